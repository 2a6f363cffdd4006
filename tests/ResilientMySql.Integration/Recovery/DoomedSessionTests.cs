using MySqlConnector;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Scripting;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Answers after which a session must not be used again, or not by anybody else, though its link looks healthy.</summary>
public sealed class DoomedSessionTests
{
    private const string Write = "INSERT INTO t VALUES (1)";

    public static TheoryData<CallMode, int, ExecutionOutcome?> Ending => Cross([(1053, ExecutionOutcome.Unknown), (1153, null), (1927, ExecutionOutcome.Unknown)]);

    public static TheoryData<CallMode, int, ExecutionOutcome?> Retiring => Cross([(1047, null), (1290, null), (1836, null), (3100, null), (3101, null)]);

    /// <summary>The server's words go to the caller, and the next statement to a new session.</summary>
    [Theory]
    [MemberData(nameof(Ending))]
    public async Task AnswerEndsTheSession(CallMode mode, int code, ExecutionOutcome? outcome)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Equal(code, answer.Number);
        Assert.Equal(outcome, ResilientMySqlException.OutcomeOf(answer));
        await mode.ScalarAsync(connection, "SELECT 1");
        Assert.NotEqual(thread, connection.ServerThread);
        Assert.Single(server.Received, static request => request.Sql == Write);
    }

    [Theory]
    [MemberData(nameof(Ending))]
    public async Task AnswerEndsTheSession_AndItsTransaction(CallMode mode, int code, ExecutionOutcome? _)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        var transaction = await mode.BeginAsync(connection);
        await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write, transaction));

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));

        Assert.Equal(LossCause.Transaction, lost.Cause);
        Assert.DoesNotContain(server.Received, static request => request.Sql?.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>Its user keeps it, since it may hold a transaction or state; nobody gets it after him.</summary>
    [Theory]
    [MemberData(nameof(Retiring))]
    public async Task AnswerRetiresTheSession(CallMode mode, int code, ExecutionOutcome? outcome)
    {
        await using var server = ScriptedServer.Start();
        server.When(Write, new ErrorReply(code, "HY000", "scripted"));
        await using var dataSource = new ResilientMySqlDataSource(ConnectionString(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, Write));

        Assert.Equal(code, answer.Number);
        Assert.Equal(outcome, ResilientMySqlException.OutcomeOf(answer));
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

    private static TheoryData<CallMode, int, ExecutionOutcome?> Cross((int Code, ExecutionOutcome? Outcome)[] answers)
    {
        var cells = new TheoryData<CallMode, int, ExecutionOutcome?>();
        foreach (CallMode mode in Enum.GetValues<CallMode>())
        {
            foreach ((int code, ExecutionOutcome? outcome) in answers)
                cells.Add(mode, code, outcome);
        }

        return cells;
    }
}
