using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Io;

namespace ResilientMySql.Aot.Sections;

/// <summary>What the library reaches inside the driver is still there after trimming.</summary>
internal sealed class SeamsSection : ISection
{
    public string Name => "seams";

    public async Task RunAsync(Report report, string connectionString)
    {
        foreach (IoMode mode in Enum.GetValues<IoMode>())
        {
            await using var connection = new MySqlConnection(connectionString + ";Pooling=false;Allow User Variables=true;SSL Mode=None");
            if (mode is IoMode.Sync)
                connection.Open();
            else
                await connection.OpenAsync();

            CheckState(report, mode, connection);
            await CheckResetAsync(report, mode, connection);
            await CheckCloseAsync(report, mode, connection);
        }

        await CheckCancelAsync(report, connectionString);
        report.Equal("the driver's exception is made", MySqlErrorCode.CommandTimeoutExpired, DriverExceptions.CommandTimeout(null).ErrorCode);
    }

    private static void CheckState(Report report, IoMode mode, MySqlConnection connection)
    {
        report.True($"{mode}: the socket is seen", SessionSocket.TryGet(connection) is { Connected: true });
        report.True($"{mode}: the stream is found", SessionStream.TryGet(connection, out _) is not null);
        report.True("the driver's decimal is found", DriverDecimal.IsWithinReach);
        report.True($"{mode}: it is ready", SessionReadiness.IsReady(connection));
        report.True($"{mode}: it is not encrypted", !SessionEncryption.IsOn(connection));
        using var command = new MySqlCommand("SELECT 1 UNION ALL SELECT 2", connection);
        using MySqlDataReader reader = command.ExecuteReader();
        report.True($"{mode}: it is not ready under a reader", !SessionReadiness.IsReady(connection));
    }

    private static async Task CheckResetAsync(Report report, IoMode mode, MySqlConnection connection)
    {
        Scalar(connection, "SET @left = 5");
        report.Equal($"{mode}: a variable is kept", 5L, Scalar(connection, "SELECT @left"));
        report.True($"{mode}: reset is found", SessionReset.IsAvailable);
        report.True($"{mode}: reset works", await SessionReset.TryRunAsync(connection, mode));
        report.Equal<object?>($"{mode}: a reset lets go of the variable", DBNull.Value, Scalar(connection, "SELECT @left"));
    }

    private static async Task CheckCloseAsync(Report report, IoMode mode, MySqlConnection connection)
    {
        using var command = new MySqlCommand("SELECT 5", connection);
        command.Prepare();
        report.True($"{mode}: close of a statement is found", DriverStatements.CanClose);
        await DriverStatements.CloseAsync(connection, command.CommandText, mode);
        report.True($"{mode}: it is prepared no more", !command.IsPrepared);
        report.Equal($"{mode}: the server was told", "1", SessionStatus(connection, "Com_stmt_close"));
    }

    private static async Task CheckCancelAsync(Report report, string connectionString)
    {
        await using var connection = new MySqlConnection(connectionString + ";Pooling=false");
        await using var other = new MySqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await other.OpenAsync();
        Task<object?> sleeping = Task.Run(() => Scalar(connection, "SELECT SLEEP(60) + 5"));
        while (Convert.ToInt32(Scalar(other, $"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = {connection.ServerThread} AND INFO LIKE '%SLEEP(60)%'"), null) == 0)
            await Task.Yield();

        new ActiveCommand(connection).Cancel();
        report.True("a command is stopped", await Task.WhenAny(sleeping, Task.Delay(TimeSpan.FromSeconds(30))) == sleeping);
    }

    private static string? SessionStatus(MySqlConnection connection, string name)
    {
        using var command = new MySqlCommand($"SHOW SESSION STATUS LIKE '{name}'", connection);
        using MySqlDataReader reader = command.ExecuteReader();
        return reader.Read() ? reader.GetString(1) : null;
    }

    private static object? Scalar(MySqlConnection connection, string sql)
    {
        using var command = new MySqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
