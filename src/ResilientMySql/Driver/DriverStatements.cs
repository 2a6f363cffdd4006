using System.Collections;
using System.Reflection;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Driver;

/// <summary>
/// Closes prepared statements on the server, which the driver does only together with their connection: the server has no answer
/// to that, so that it costs no round trip.
/// </summary>
/// <remarks>
/// Rare, hence by reflection; a test pins the names below to the referenced version of the driver. Source: MySQL Internals,
/// "COM_STMT_CLOSE".
/// </remarks>
internal sealed class DriverStatements
{
    private const byte CloseStatement = 0x19;
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly DriverStatements? Seam = TryFind();

    private readonly PropertyInfo _session;
    private readonly PropertyInfo _asyncBehavior;
    private readonly FieldInfo _byText;
    private readonly PropertyInfo _parts;
    private readonly PropertyInfo _id;
    private readonly ConstructorInfo _newPayload;
    private readonly MethodInfo _send;
    private readonly object _synchronous;

    private DriverStatements(
        PropertyInfo session, PropertyInfo asyncBehavior, FieldInfo byText, PropertyInfo parts, PropertyInfo id, ConstructorInfo newPayload, MethodInfo send)
    {
        _session = session;
        _asyncBehavior = asyncBehavior;
        _byText = byText;
        _parts = parts;
        _id = id;
        _newPayload = newPayload;
        _send = send;
        _synchronous = Enum.ToObject(asyncBehavior.PropertyType, 0);
    }

    /// <summary>Whether this version of the driver lets it happen.</summary>
    public static bool CanClose => Seam is not null;

    /// <summary>Closes what was prepared on an idle connection under that text, if anything was.</summary>
    public static ValueTask CloseAsync(MySqlConnection connection, string text, IoMode mode) => Seam!.SendCloseAsync(connection, text, mode);

    private async ValueTask SendCloseAsync(MySqlConnection connection, string text, IoMode mode)
    {
        object session = _session.GetValue(connection)!;
        if (_byText.GetValue(session) is not IDictionary byText || byText[text] is not IDisposable statement)
            return;

        byText.Remove(text);
        object behavior = mode is IoMode.Sync ? _synchronous : _asyncBehavior.GetValue(connection)!;
        foreach (object part in (IEnumerable)_parts.GetValue(statement)!)
        {
            object payload = _newPayload.Invoke([PacketFor((int)_id.GetValue(part)!)]);
            await ((ValueTask)_send.Invoke(session, BindingFlags.DoNotWrapExceptions, null, [payload, behavior, CancellationToken.None], null)!).ConfigureAwait(false);
        }

        statement.Dispose();
    }

    private static byte[] PacketFor(int id) => [CloseStatement, (byte)id, (byte)(id >> 8), (byte)(id >> 16), (byte)(id >> 24)];

    private static DriverStatements? TryFind()
    {
        PropertyInfo? session = typeof(MySqlConnection).GetProperty("Session", Members);
        PropertyInfo? asyncBehavior = typeof(MySqlConnection).GetProperty("AsyncIOBehavior", Members);
        FieldInfo? byText = Type.GetType("MySqlConnector.Core.ServerSession, MySqlConnector")?.GetField("m_preparedStatements", Members);
        PropertyInfo? parts = Type.GetType("MySqlConnector.Core.PreparedStatements, MySqlConnector")?.GetProperty("Statements", Members);
        PropertyInfo? id = Type.GetType("MySqlConnector.Core.PreparedStatement, MySqlConnector")?.GetProperty("StatementId", Members);
        ConstructorInfo? newPayload = Type.GetType("MySqlConnector.Protocol.PayloadData, MySqlConnector")?.GetConstructor([typeof(byte[])]);
        MethodInfo? send = Type.GetType("MySqlConnector.Core.ServerSession, MySqlConnector")?.GetMethods(Members).SingleOrDefault(static method => method.Name == "SendAsync");
        return session is null || asyncBehavior is not { PropertyType.IsEnum: true } || byText is null || parts is null
            || id?.PropertyType != typeof(int) || newPayload is null || !IsAsExpected(send, newPayload.DeclaringType, asyncBehavior.PropertyType)
            ? null
            : new(session, asyncBehavior, byText, parts, id, newPayload, send!);
    }

    private static bool IsAsExpected(MethodInfo? send, Type? payload, Type behavior) =>
        send is not null && send.ReturnType == typeof(ValueTask)
        && send.GetParameters() is [var first, var second, var third]
        && first.ParameterType == payload && second.ParameterType == behavior && third.ParameterType == typeof(CancellationToken);
}
