using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Faults;

/// <summary>Faults in the middle of an answer.</summary>
public sealed class AnswerFaultTests
{
    private const string Cities = "SELECT city_id, city FROM city ORDER BY city_id";

    [Theory]
    [MemberData(nameof(Cells.RowCounts), MemberType = typeof(Cells))]
    public async Task CutAnswerAfterRows_ClientReadsExactlyThoseRows(ServerEngine engine, CallMode mode, int rowCount)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using var command = new MySqlCommand(Cities, connection);
        Injection fault = proxied.Proxy.Inject(new CutAnswerAfterRows(rowCount), static request => request.Sql == Cities);

        (int rows, Exception? failure) = await mode.ReadAsync(command);

        Assert.Equal(rowCount, rows);
        Failures.AssertEnded(Ending.Fin, failure);
        Assert.Equal(1, fault.StrikeCount);
    }

    [Theory]
    [MemberData(nameof(Cells.RowCounts), MemberType = typeof(Cells))]
    public async Task CutAnswerAfterRowsOfAPreparedStatement_ClientReadsExactlyThoseRows(ServerEngine engine, CallMode mode, int rowCount)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using var command = new MySqlCommand(Cities, connection);
        await mode.PrepareAsync(command);
        Assert.Equal((600, null), await mode.ReadAsync(command));
        Injection fault = proxied.Proxy.Inject(new CutAnswerAfterRows(rowCount), static request => request.Sql == Cities);

        // MariaDB leaves out the columns the second time.
        (int rows, Exception? failure) = await mode.ReadAsync(command);

        Assert.Equal(rowCount, rows);
        Failures.AssertEnded(Ending.Fin, failure);
        Assert.Equal(1, fault.StrikeCount);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CutAnswerAfterRowsOfSeveralResults_CountsThemTogether(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using var command = new MySqlCommand("SELECT 1 UNION SELECT 2; SELECT 3; DO 0; SELECT 4 UNION SELECT 5", connection);
        proxied.Proxy.Inject(new CutAnswerAfterRows(4), static request => request.Command is ServerCommand.Query);

        Assert.Equal(4, (await mode.ReadAsync(command)).Rows);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerShorterThanTheCut_PassesWholeAndTheFaultStaysArmed(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection rows = proxied.Proxy.Inject(new CutAnswerAfterRows(2));
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
        rows.Dispose();
        Injection bytes = proxied.Proxy.Inject(new CutAnswerAfterBytes(10_000));
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
        Assert.Equal((0, 0), (rows.StrikeCount, bytes.StrikeCount));

        await using var command = new MySqlCommand(Cities, connection);
        Assert.NotNull((await mode.ReadAsync(command)).Failure);
        Assert.Equal(1, bytes.StrikeCount);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Links), MemberType = typeof(Cells))]
    public async Task CutAnswerAfterBytes_ExactlyThoseBytesArrive(ServerEngine engine, CallMode mode, LinkMode link)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine, link);

        // A second proxy in front of the first one counts what comes through.
        await using var witness = FaultProxy.Start(proxied.Proxy.Port);
        await using var connection = new MySqlConnection(proxied.ConnectionString(link, witness.Port).ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ScalarAsync(connection, "SELECT 1");
        foreach (int byteCount in new[] { 0, 1, 4, 77, 300 })
        {
            ProxyCounters before = witness.Counters;
            Injection fault = proxied.Proxy.Inject(new CutAnswerAfterBytes(byteCount));
            await using var command = new MySqlCommand(Cities, connection);

            Assert.NotNull((await mode.ReadAsync(command)).Failure);

            await fault.Struck;
            Assert.Equal(byteCount, witness.Counters.Since(before).BytesFromServer);
            await connection.CloseAsync();
            await mode.OpenAsync(connection);
            await mode.ScalarAsync(connection, "SELECT 1");
        }
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CutAnswerIntoSilence_ReaderHangsAfterItsRows(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using var command = new MySqlCommand(Cities, connection);
        Injection fault = proxied.Proxy.Inject(new CutAnswerAfterRows(3) { Ending = Ending.Silence }, static request => request.Sql == Cities);

        Task<(int Rows, Exception? Failure)> reading = mode.ReadAsync(command);
        await fault.Struck;
        Assert.False(reading.IsCompleted);
        proxied.Proxy.Heal();

        Assert.Equal(3, (await reading).Rows);
    }
}
