using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Loading;

/// <summary>Bulk copies on a healthy session do what the driver's do.</summary>
public sealed class BulkCopyTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EverySource_IsCopied(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await using var source = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.OpenAsync(source);
        await using DbCommand select = source.CreateCommand();
        select.CommandText = "SELECT city_id, CAST(NULL AS CHAR) FROM city";
        ResilientMySqlBulkCopy copy = LoadTarget.Copy(connection);

        int ofTable = (await mode.CopyAsync(copy, LoadTarget.Rows(7))).RowsInserted;
        int ofRows = (await mode.CopyAsync(copy, LoadTarget.Rows(5).Rows.Cast<DataRow>(), 2)).RowsInserted;
        int ofReader;
        await using (DbDataReader reader = await mode.ReaderAsync(select))
            ofReader = (await mode.CopyAsync(copy, reader)).RowsInserted;

        Assert.Equal((7, 5, 600), (ofTable, ofRows, ofReader));
#pragma warning disable CS0618 // Obsolete, and there.
        Assert.Equal(600, copy.RowsCopied);
#pragma warning restore CS0618
        Assert.Equal(612, await target.CountAsync());
        Assert.Equal(612L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM loaded"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Mappings_ConflictsAndWarnings_AreTheDrivers(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString + ";Allow User Variables=true");
        await mode.OpenAsync(connection);
        ResilientMySqlBulkCopy copy = LoadTarget.Copy(connection);
        copy.ColumnMappings.Add(new(1, "@given", "name = CONCAT('Mr ', @given)"));
        copy.ColumnMappings.Add(new(0, "id"));

        await mode.CopyAsync(copy, LoadTarget.Rows(3, named: true));
        Assert.Equal("Mr name 3", await mode.ScalarAsync(connection, "SELECT name FROM loaded WHERE id = 3"));

        copy.ConflictOption = MySqlBulkLoaderConflictOption.Ignore;
        MySqlBulkCopyResult ignored = await mode.CopyAsync(copy, LoadTarget.Rows(4, named: true));
        Assert.Equal((1, 3), (ignored.RowsInserted, ignored.Warnings.Count));

        copy.ConflictOption = MySqlBulkLoaderConflictOption.None;
        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.CopyAsync(copy, LoadTarget.Rows(6, named: true)));

        // LOCAL implies IGNORE: the driver counts.
        Assert.Equal(MySqlErrorCode.BulkCopyFailed, refused.ErrorCode);
        Assert.Equal(ExecutionOutcome.Executed, ResilientMySqlException.OutcomeOf(refused));
        Assert.Equal(6, await target.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Events_ComeInTimeAndMayAbort(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);
        ResilientMySqlBulkCopy copy = LoadTarget.Copy(connection);
        var seen = new List<(object Sender, long Rows)>();
        copy.NotifyAfter = 3;
        copy.MySqlRowsCopied += (sender, progress) => seen.Add((sender, progress.RowsCopied));
        await mode.CopyAsync(copy, LoadTarget.Rows(10));
        Assert.Equal([(copy, 3L), (copy, 6L), (copy, 9L)], seen);

        copy.MySqlRowsCopied += (_, progress) => progress.Abort = progress.RowsCopied == 6;
        MySqlBulkCopyResult aborted = await mode.CopyAsync(copy, LoadTarget.Rows(10));

        // As the driver: what had filled no packet yet is not sent.
        Assert.Equal(0, aborted.RowsInserted);
        Assert.Equal(10, await target.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SourceFails_DriversErrorSaysSoAndWhatCameBeforeMayBeThere(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);

        MySqlException failed = await Assert.ThrowsAsync<MySqlException>(() =>
            mode.CopyAsync(LoadTarget.Copy(connection), LoadTarget.Endless(5, static () => throw new InvalidTimeZoneException("the source's own")), 2));

        Assert.IsType<InvalidTimeZoneException>(failed.InnerException);
        Assert.Equal(ExecutionOutcome.Unknown, ResilientMySqlException.OutcomeOf(failed));
        Assert.Equal(await target.CountAsync(), await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM loaded"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClosedConnection_IsOpenedAndClosedAgain(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        ResilientMySqlBulkCopy copy = LoadTarget.Copy(connection);

        await mode.CopyAsync(copy, LoadTarget.Rows(2));
        Assert.Equal(ConnectionState.Closed, connection.State);

        copy.DestinationTableName = "missing";
        await Assert.ThrowsAsync<MySqlException>(() => mode.CopyAsync(copy, LoadTarget.Rows(2)));
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Equal(2, await target.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Misuse_TouchesNoSource(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await using var forbidden = new ResilientMySqlConnection(target.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.OpenAsync(forbidden);
        IEnumerable<DataRow> untouchable = LoadTarget.Endless(0, static () => throw new InvalidTimeZoneException());

        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.CopyAsync(new ResilientMySqlBulkCopy(connection), untouchable, 2));
        await Assert.ThrowsAsync<NotSupportedException>(() => mode.CopyAsync(LoadTarget.Copy(forbidden), untouchable, 2));
        await using (ResilientMySqlTransaction transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection))
        {
            // As the driver: the transaction must be named.
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.CopyAsync(LoadTarget.Copy(connection), untouchable, 2));
            await mode.CopyAsync(LoadTarget.Copy(connection, transaction), LoadTarget.Rows(3));
            ResilientMySqlBulkCopy missing = LoadTarget.Copy(connection, transaction);
            missing.DestinationTableName = "missing";
            Assert.Equal(1146, (await Assert.ThrowsAsync<MySqlException>(() => mode.CopyAsync(missing, untouchable, 2))).Number);
            await mode.RollbackAsync(transaction);
        }

        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM loaded"));
        await using DbCommand select = connection.CreateCommand();
        select.CommandText = "SELECT city_id FROM city";
        await using (await mode.ReaderAsync(select))
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.CopyAsync(LoadTarget.Copy(connection), untouchable, 2));

        // The rows that a failed look at the schema had switched off.
        ResilientMySqlBulkCopy nowhere = LoadTarget.Copy(connection);
        nowhere.DestinationTableName = "missing";
        Assert.Equal(1146, (await Assert.ThrowsAsync<MySqlException>(() => mode.CopyAsync(nowhere, untouchable, 2))).Number);
        await using DbDataReader reader = await mode.ReaderAsync(select);
        Assert.True(await mode.ReadAsync(reader));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DriversVariables_AreNeitherMissedNorLeftToOthers(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await target.Server.ExecuteAsync($"ALTER TABLE {target.Server.Database}.loaded MODIFY name VARBINARY(200)");
        await using var dataSource = new ResilientMySqlDataSource(target.ConnectionString);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        var table = new DataTable { Columns = { { "id", typeof(int) }, { "name", typeof(byte[]) } } };
        table.Rows.Add(1, new byte[] { 0, 9, 10, 92, 255 });
        int before = connection.ServerThread;

        await mode.CopyAsync(LoadTarget.Copy(connection), table);
        await target.Server.KillAllSessionsAsync();
        Assert.Equal(new byte[] { 0, 9, 10, 92, 255 }, await mode.ScalarAsync(connection, "SELECT name FROM loaded"));
        Assert.NotEqual(before, connection.ServerThread);

        await mode.CloseAsync(connection);
        Assert.Equal(1, dataSource.GetStatistics().Resets);
    }
}
