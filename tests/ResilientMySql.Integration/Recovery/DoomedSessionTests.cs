using MySqlConnector;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Scripting;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Answers after which a session must not be used again, or not by anybody else, though its link looks healthy.</summary>
public sealed class DoomedSessionTests
{
    private const string Write = "INSERT INTO t VALUES (1)";

    public static TheoryData<CallMode, int> EndingUnderTheStatement => Cross([1053, 1927]);

    public static TheoryData<CallMode, int> Ending => Cross([1053, 1153, 1927]);

    public static TheoryData<CallMode, int> Interrupting => Cross([1180, 1317, 1969, 3024]);

    public static TheoryData<CallMode, int> Retiring => Cross([1047, 1290, 1836, 3100, 3101]);

    /// <summary>The server ended the session under the statement: nobody can tell how far that had come.</summary>
    [Theory]
    [MemberData(nameof(EndingUnderTheStatement))]
    public async Task WriteThatTheServerEnded_IsOfUnknownOutcomeAndNotRepeated(CallMode mode, int code)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(code, Assert.IsType<MySqlException>(lost.InnerException).Number);
        await mode.ScalarAsync(connection, "SELECT 1");
        Assert.NotEqual(thread, connection.ServerThread);
        Assert.Single(server.Received, static request => request.Sql == Write);
    }

    [Theory]
    [MemberData(nameof(EndingUnderTheStatement))]
    public async Task ReadThatTheServerEnded_RunsOnceMore(CallMode mode, int code)
    {
        await using var server = ScriptedServer.Start();
        server.When("SELECT 7", new ErrorReply(code, "HY000", "scripted"), new RowsReply(["7"], [7]));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        Assert.Equal(7L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 7"), null));

        Assert.NotEqual(thread, connection.ServerThread);
        Assert.Equal(2, server.Received.Count(static request => request.Sql == "SELECT 7"));
    }

    [Theory]
    [MemberData(nameof(Ending))]
    public async Task TransactionThatTheServerEnded_IsLostAndNotCommittedElsewhere(CallMode mode, int code)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        var transaction = await mode.BeginAsync(connection);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => mode.ExecuteAsync(connection, Write, transaction));

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));

        Assert.Equal(LossCause.Transaction, lost.Cause);
        Assert.DoesNotContain(server.Received, static request => request.Sql?.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Theory]
    [MemberData(nameof(EndingUnderTheStatement))]
    public async Task CommitThatTheServerEnded_IsOfUnknownOutcome(CallMode mode, int code)
    {
        await using var server = ScriptedServer.Start();
        server.When("COMMIT", new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        var transaction = await mode.BeginAsync(connection);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));

        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task PacketThatIsTooLarge_IsAnAnswerAndTheEndOfTheSession(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(1153, "08S01", "Got a packet bigger than 'max_allowed_packet' bytes"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Equal(MySqlErrorCode.PacketTooLarge, answer.ErrorCode);
        await mode.ScalarAsync(connection, "SELECT 1");
        Assert.NotEqual(thread, connection.ServerThread);
    }

    [Theory]
    [MemberData(nameof(Interrupting))]
    public async Task StatementThatWasInterrupted_MayHaveRun(CallMode mode, int code)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Equal(ExecutionOutcome.Unknown, ResilientMySqlException.OutcomeOf(answer));
    }

    /// <summary>Its user keeps it, since it may hold a transaction or state; nobody gets it after him.</summary>
    [Theory]
    [MemberData(nameof(Retiring))]
    public async Task AnswerRetiresTheSession(CallMode mode, int code)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Equal(code, answer.Number);
        Assert.Null(ResilientMySqlException.OutcomeOf(answer));
        await mode.ScalarAsync(connection, "SELECT 1");
        Assert.Equal(thread, connection.ServerThread);
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.NotEqual(thread, connection.ServerThread);
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task OrdinaryError_ChangesNothing(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(1062, "23000", "Duplicate entry"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Null(ResilientMySqlException.OutcomeOf(answer));
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(thread, connection.ServerThread);
    }

    private static string ConnectionString(ScriptedServer server) => $"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None";

    private static TheoryData<CallMode, int> Cross(int[] codes)
    {
        var cells = new TheoryData<CallMode, int>();
        foreach (CallMode mode in Enum.GetValues<CallMode>())
        {
            foreach (int code in codes)
                cells.Add(mode, code);
        }

        return cells;
    }
}
