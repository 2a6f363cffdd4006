using System.Security.Cryptography.X509Certificates;
using System.Text;
using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Scripting;
using static ResilientMySql.Testing.Tests.Scripting.ScriptedConnections;

namespace ResilientMySql.Testing.Tests.Scripting;

/// <summary>What the driver sees of a scripted server.</summary>
public sealed class ScriptedServerTests
{
    public static TheoryData<CallMode> Modes => Cells.CallModes;

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Rows_ComeInTextAndBinaryAlike(CallMode mode)
    {
        object?[] values = [1L, -5.5, 12.34m, "text", new byte[] { 0, 1, 255 }, new DateTime(2026, 11, 22, 13, 14, 15, 678, DateTimeKind.Unspecified), null];
        await using var server = ScriptedServer.Start();
        server.When("SELECT everything", new RowsReply(["a", "b", "c", "d", "e", "f", "g"], values));
        await using MySqlConnection connection = await OpenAsync(server, mode);
        await using var command = new MySqlCommand("SELECT everything", connection);
        Assert.Equal(values.Select(static value => value ?? DBNull.Value), await ReadRowAsync());
        await mode.PrepareAsync(command);
        Assert.Equal(values.Select(static value => value ?? DBNull.Value), await ReadRowAsync());

        async Task<object[]> ReadRowAsync()
        {
            await using MySqlDataReader reader = await command.ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            Assert.False(await reader.ReadAsync());
            return row;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Replies_ComeOneAfterTheOtherAndTheLastIsRepeated(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        ScriptRule rule = server.When(
            "INSERT", new OkReply { AffectedRows = 3, LastInsertId = 77 }, new ErrorReply(1213, "40001", "Deadlock"), new OkReply { AffectedRows = 1 });
        await using MySqlConnection connection = await OpenAsync(server, mode);
        await using var command = new MySqlCommand("INSERT", connection);

        Assert.Equal((3, 77), (await command.ExecuteNonQueryAsync(), command.LastInsertedId));
        var failure = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, "insert;"));
        Assert.Equal((1213, "40001", "Deadlock"), (failure.Number, failure.SqlState, failure.Message));
        Assert.Equal(1, await mode.ExecuteAsync(connection, "INSERT"));
        Assert.Equal(1, await mode.ExecuteAsync(connection, "INSERT"));
        Assert.Equal(4, rule.UseCount);

        rule.Dispose();
        failure = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, "INSERT"));
        Assert.Equal(1064, failure.Number);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task ErrorWhilePreparing_IsSeenThere(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When(static request => request.Command is ServerCommand.Prepare, new ErrorReply(1461, "42000", "Too many statements"));
        await using MySqlConnection connection = await OpenAsync(server, mode);
        await using var command = new MySqlCommand("SELECT 1", connection);

        Assert.Equal(1461, (await Assert.ThrowsAsync<MySqlException>(() => mode.PrepareAsync(command))).Number);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task PreparedWithParameters_IsRunWithThem(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        ScriptRule rule = server.When("SELECT ?, '?', ?", RowsReply.Scalar("answer", 42));
        await using MySqlConnection connection = await OpenAsync(server, mode);
        await using var command = new MySqlCommand("SELECT ?, '?', ?", connection);
        command.Parameters.Add(new MySqlParameter { Value = 1 });
        command.Parameters.Add(new MySqlParameter { Value = "two" });
        await mode.PrepareAsync(command);

        Assert.Equal(42L, await mode.ScalarAsync(command));
        Assert.Equal(42L, await mode.ScalarAsync(command));

        Assert.Equal(2, rule.UseCount);
        Assert.Contains(server.Received, static request => request.Command is ServerCommand.Execute
            && Encoding.UTF8.GetString(request.Payload.Span).Contains("two", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CallMode.Sync, null)]
    [InlineData(CallMode.Async, null)]
    [InlineData(CallMode.Sync, Ending.Fin)]
    [InlineData(CallMode.Async, Ending.Reset)]
    public async Task ShutdownError_LeavesTheConnectionAsItWasTold(CallMode mode, Ending? then)
    {
        await using var server = ScriptedServer.Start();
        server.When("UPDATE", ErrorReply.ServerShutdown with { Then = then });
        await using MySqlConnection connection = await OpenAsync(server, mode);

        Assert.Equal(1053, (await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, "UPDATE"))).Number);

        Assert.Equal(then is null, await mode.PingAsync(connection));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task InactivityTimeoutSaidUnasked_FailsTheNextStatementWithIt(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using MySqlConnection connection = await OpenAsync(server, mode);
        await using MySqlConnection other = await OpenAsync(server, mode);

        server.When("SELECT slow", new HangReply());
        await using MySqlConnection busy = await OpenAsync(server, mode);
        Task<object?> running = mode.ScalarAsync(busy, "SELECT slow");
        await server.WaitForAsync(static request => request.Sql == "SELECT slow");

        Assert.Equal(2, await server.SayUnaskedAsync(ErrorReply.InactivityTimeout));

        Assert.False(running.IsCompleted);

        Assert.Equal(4031, (await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"))).Number);
        Assert.DoesNotContain(server.Received, static request => request.Sql == "SELECT 1");
        Assert.Equal(System.Data.ConnectionState.Broken, connection.State);
        await server.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => running);
    }

    [Theory]
    [InlineData(CallMode.Sync, Ending.Fin)]
    [InlineData(CallMode.Async, Ending.Fin)]
    [InlineData(CallMode.Sync, Ending.Reset)]
    [InlineData(CallMode.Async, Ending.Reset)]
    public async Task Disconnect_ComesAfterTheCommandWasRead(CallMode mode, Ending ending)
    {
        await using var server = ScriptedServer.Start();
        server.When("UPDATE", new DisconnectReply { Then = ending });
        await using MySqlConnection connection = await OpenAsync(server, mode);

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, "UPDATE"));

        Failures.AssertEnded(ending, failure);
        Assert.Contains(server.Received, static request => request.Sql == "UPDATE");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task ThenFin_EndsBeforeTheNextCommandIsRead(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When("UPDATE", new OkReply { AffectedRows = 1, Then = Ending.Fin });
        await using MySqlConnection connection = await OpenAsync(server, mode);
        Assert.Equal(1, await mode.ExecuteAsync(connection, "UPDATE"));

        Failures.AssertEnded(Ending.Fin, await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, "DO 1")));

        Assert.DoesNotContain(server.Received, static request => request.Sql == "DO 1");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Hang_LastsUntilTheTestSaysSo(CallMode mode)
    {
        var release = new TaskCompletionSource();
        await using var server = ScriptedServer.Start();
        server.When("SELECT slow", new HangReply { Until = release.Task, After = RowsReply.Scalar("slow", 9) });
        await using MySqlConnection connection = await OpenAsync(server, mode);

        Task<object?> running = mode.ScalarAsync(connection, "SELECT slow");
        await server.WaitForAsync(static request => request.Sql == "SELECT slow");
        Assert.False(running.IsCompleted);
        release.SetResult();

        Assert.Equal(9L, await running);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task HangForEver_EndsWithTheServer(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When("SELECT slow", new HangReply());
        server.When("SELECT half", new RowsReply(["a"], [1], [2]) { IsComplete = false, Then = Ending.Silence });
        await using MySqlConnection first = await OpenAsync(server, mode);
        await using MySqlConnection second = await OpenAsync(server, mode);
        Task<object?> hanging = mode.ScalarAsync(first, "SELECT slow");
        await using var command = new MySqlCommand("SELECT half", second);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        Assert.True(await mode.ReadAsync(reader));
        Assert.True(await mode.ReadAsync(reader));
        Task<bool> reading = mode.ReadAsync(reader);
        await server.WaitForAsync(static request => request.Sql == "SELECT slow");
        Assert.False(hanging.IsCompleted || reading.IsCompleted);

        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => hanging);
        await Assert.ThrowsAnyAsync<Exception>(() => reading);
        Assert.Equal(0, server.OpenConnections);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task WrongSequenceNumber_IsAProtocolError(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When("UPDATE", new OkReply { SequenceError = 3 });
        await using MySqlConnection connection = await OpenAsync(server, mode);

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, "UPDATE"));

        Assert.Contains("out-of-order", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Garbage_FailsTheStatement(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When("half a packet", new RawReply(new byte[] { 50, 0, 0, 1, 1, 2, 3 }) { Then = Ending.Fin });
        server.When("no packet", new PayloadReply("\u0002\u0003garbage"u8.ToArray()) { Then = Ending.Fin });
        foreach (string sql in new[] { "half a packet", "no packet" })
        {
            await using MySqlConnection connection = await OpenAsync(server, mode);
            await Assert.ThrowsAnyAsync<Exception>(() => mode.ScalarAsync(connection, sql));
            Assert.False(await mode.PingAsync(connection));
        }
    }

    [Theory]
    [InlineData(CallMode.Sync, 0)]
    [InlineData(CallMode.Async, 1)]
    [InlineData(CallMode.Sync, 5)]
    public async Task WithEofPackets_TheProxyCountsRowsToo(CallMode mode, int rowCount)
    {
        await using var server = ScriptedServer.Start();
        server.Greeting = server.Greeting with { DeprecatesEof = false };
        server.When("SELECT many", new RowsReply(["a", "b"], [.. Enumerable.Range(0, 20).Select(static i => new object?[] { i, "x" })]));
        await using var proxy = FaultProxy.Start(server.Port);
        await using MySqlConnection connection = await OpenAsync(proxy.Port, mode);
        await using var command = new MySqlCommand("SELECT many", connection);
        await mode.PrepareAsync(command);
        Assert.Equal((20, null), await mode.ReadAsync(command));
        Injection fault = proxy.Inject(new CutAnswerAfterRows(rowCount));

        Assert.Equal(rowCount, (await mode.ReadAsync(command)).Rows);
        Assert.Equal(1, fault.StrikeCount);
    }
}
