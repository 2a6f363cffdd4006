using System.Reflection;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Driver;

/// <summary>
/// Makes the driver reset an open connection as its own pool would, which it keeps to itself: the session ends up as one just
/// opened, on the same connection, and the driver forgets the statements that it had prepared.
/// </summary>
/// <remarks>
/// By reflection, because one parameter is an enum of the driver's, which no accessor can pass. Every name is a literal, so that
/// trimming and ahead-of-time compilation keep what is asked for. What each of the two leaves behind on which server:
/// docs/decisions/0014. A test pins the names below to the referenced version of the driver.
/// </remarks>
internal static class SessionReset
{
    private const string ServerSession = "MySqlConnector.Core.ServerSession, MySqlConnector";
    private const string ConnectionSettings = "MySqlConnector.Core.ConnectionSettings, MySqlConnector";
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Lazy<Entry?> Resolved = new(Resolve);

    /// <summary>Whether this version of the driver has it where it is expected.</summary>
    public static bool IsAvailable => Resolved.Value is not null;

    /// <summary>
    /// COM_RESET_CONNECTION, or what the driver takes for the same: COM_CHANGE_USER where it knows that the schema was changed, or
    /// where the server is too old.
    /// </summary>
    /// <returns>False where it did not succeed, for whatever reason; then the connection is to be closed. Complete over <see cref="IoMode.Sync"/>.</returns>
    public static ValueTask<bool> TryRunAsync(MySqlConnection connection, IoMode mode) =>
        Resolved.Value is { } entry ? RunAsync(entry, connection, mode) : ValueTask.FromResult(false);

    /// <summary>COM_CHANGE_USER to the connection's own user and schema: clears more than a reset, and costs a log-in.</summary>
    /// <returns>As <see cref="TryRunAsync"/>.</returns>
    public static ValueTask<bool> TryChangeUserAsync(MySqlConnection connection, IoMode mode) =>
        Resolved.Value is { } entry && TrySetChangedSchema(connection) ? RunAsync(entry, connection, mode) : ValueTask.FromResult(false);

    private static async ValueTask<bool> RunAsync(Entry entry, MySqlConnection connection, IoMode mode)
    {
        try
        {
            object?[] arguments = [SettingsOf(connection), connection, entry.BehaviorOf(connection, mode), CancellationToken.None];
            object? task = entry.Reset.Invoke(SessionOf(connection), BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return await ((Task<bool>)task!).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A refused log-in, a callback of the user's, a session in the wrong state: nobody is to have it again.
            return false;
        }
    }

    /// <summary>The driver logs in anew where it believes that the schema is not the one it connected to.</summary>
    private static bool TrySetChangedSchema(MySqlConnection connection)
    {
        try
        {
            SetSchemaOf(SessionOf(connection), connection.Database);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or MissingMemberException or TypeLoadException or BadImageFormatException)
        {
            return false;
        }
    }

    private static Entry? Resolve()
    {
        try
        {
            MethodInfo? reset = Type.GetType(ServerSession)?.GetMethod("TryResetConnectionAsync", Members);
            PropertyInfo? asynchronous = typeof(MySqlConnection).GetProperty("AsyncIOBehavior", Members);
            Type? behavior = asynchronous?.PropertyType;
            if (reset is null || behavior is not { IsEnum: true } || !Enum.TryParse(behavior, "Synchronous", out object? synchronous))
                return null;

            Type[] expected = [Type.GetType(ConnectionSettings)!, typeof(MySqlConnection), behavior, typeof(CancellationToken)];
            bool isAsExpected = reset.ReturnType == typeof(Task<bool>)
                && reset.GetParameters().Select(static parameter => parameter.ParameterType).SequenceEqual(expected);
            return isAsExpected ? new Entry(reset, asynchronous!, synchronous) : null;
        }
        catch (Exception exception) when (exception is AmbiguousMatchException or TypeLoadException or IOException or BadImageFormatException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Session")]
    [return: UnsafeAccessorType(ServerSession)]
    private static extern object SessionOf(MySqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DatabaseOverride")]
    private static extern void SetSchemaOf([UnsafeAccessorType(ServerSession)] object session, string? schema);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetInitializedConnectionSettings")]
    [return: UnsafeAccessorType(ConnectionSettings)]
    private static extern object SettingsOf(MySqlConnection connection);

    /// <summary>What was found in the driver.</summary>
    private sealed record Entry(MethodInfo Reset, PropertyInfo Asynchronous, object Synchronous)
    {
        /// <summary>Asynchronous calls block all the same where the connection string has Force Synchronous.</summary>
        public object? BehaviorOf(MySqlConnection connection, IoMode mode) =>
            mode is IoMode.Sync ? Synchronous : Asynchronous.GetValue(connection, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}
