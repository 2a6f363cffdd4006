using System.Reflection;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Driver;

/// <summary>
/// Makes the driver reset an open connection as its own pool would, which it keeps to itself: the session ends up like one just
/// opened, on the same connection, and the driver forgets the statements that it had prepared.
/// </summary>
/// <remarks>
/// By reflection, because one parameter is an enum of the driver's, which no accessor can pass. Every name is a literal, so that
/// trimming and ahead-of-time compilation keep what is asked for; a test pins them to the referenced version of the driver.
/// What outlives it: docs/decisions/0014.
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
    /// COM_RESET_CONNECTION, then COM_INIT_DB to the schema that the connection was opened with, if any. Where it has none, the
    /// driver sends COM_CHANGE_USER if it knows that the schema was changed.
    /// </summary>
    /// <returns>False where it did not succeed, for whatever reason; then the connection is to be closed. Complete over <see cref="IoMode.Sync"/>.</returns>
    public static ValueTask<bool> TryRunAsync(MySqlConnection connection, IoMode mode) =>
        Resolved.Value is { } entry ? ResetAsync(entry, connection, mode) : ValueTask.FromResult(false);

    private static async ValueTask<bool> ResetAsync(Entry entry, MySqlConnection connection, IoMode mode)
    {
        try
        {
            object session = SessionOf(connection);
            string schema = SchemaOf(SettingsOf(connection));
            if (schema.Length == 0)
                return await RunAsync(entry, connection, mode).ConfigureAwait(false);

            // The schema is put back below, so that the driver need not log in for it.
            ChangedSchemaOf(session, null);
            if (!await RunAsync(entry, connection, mode).ConfigureAwait(false))
                return false;

            // Even where it was never changed: a reset sets character_set_database to the server's default, in which routines
            // would be created and files loaded.
            if (mode is IoMode.Sync)
                connection.ChangeDatabase(schema);
            else
                await connection.ChangeDatabaseAsync(schema).ConfigureAwait(false);

            ChangedSchemaOf(session, null);
            return true;
        }
        catch (Exception)
        {
            // A dropped schema, a refused log-in, a session in the wrong state, a driver that looks different inside: nobody is to have it again.
            return false;
        }
    }

    private static async ValueTask<bool> RunAsync(Entry entry, MySqlConnection connection, IoMode mode)
    {
        object?[] arguments = [SettingsOf(connection), connection, entry.BehaviorOf(connection, mode), CancellationToken.None];
        object? task = entry.Reset.Invoke(SessionOf(connection), BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (!await ((Task<bool>)task!).ConfigureAwait(false))
            return false;

        // It is rolled back: the driver would refuse every command that does not name it, and a late Dispose of it would roll back
        // whatever is open by then.
        TransactionOf(connection, null);
        return true;
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
    private static extern void ChangedSchemaOf([UnsafeAccessorType(ServerSession)] object session, string? schema);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetInitializedConnectionSettings")]
    [return: UnsafeAccessorType(ConnectionSettings)]
    private static extern object SettingsOf(MySqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CurrentTransaction")]
    private static extern void TransactionOf(MySqlConnection connection, MySqlTransaction? transaction);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Database")]
    private static extern string SchemaOf([UnsafeAccessorType(ConnectionSettings)] object settings);

    /// <summary>What was found in the driver.</summary>
    private sealed record Entry(MethodInfo Reset, PropertyInfo Asynchronous, object Synchronous)
    {
        /// <summary>Asynchronous calls block all the same where the connection string has Force Synchronous.</summary>
        public object? BehaviorOf(MySqlConnection connection, IoMode mode) =>
            mode is IoMode.Sync ? Synchronous : Asynchronous.GetValue(connection, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}
