using System.Data;
using System.Text;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Loading;

/// <summary>Bulk loads on a healthy session do what the driver's do.</summary>
public sealed class BulkLoaderTests
{
    private static readonly byte[] Lines = Encoding.UTF8.GetBytes("# a comment\n1,'one'\n2,'it\\'s two'\n");

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task StreamAndFile_AreLoaded(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        ResilientMySqlBulkLoader loader = Loader(connection);
        using var stream = new MemoryStream(Lines);
        loader.SourceStream = stream;

        // Closed: opened for it, and closed again.
        Assert.Equal(2, await mode.LoadAsync(loader));
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.False(stream.CanRead);

        await mode.OpenAsync(connection);
        Assert.Equal("it's two", await mode.ScalarAsync(connection, "SELECT name FROM loaded WHERE id = 2"));
        await mode.ExecuteAsync(connection, "DELETE FROM loaded");

        string file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Lines);
        try
        {
            loader.SourceStream = null;
            loader.FileName = file;
            Assert.Equal(2, await mode.LoadAsync(loader));
            loader.ConflictOption = MySqlBulkLoaderConflictOption.Ignore;
            Assert.Equal(0, await mode.LoadAsync(loader));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task FileOnTheServer_IsRefusedOrLoadedByTheServer(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);

        // Without the keyword: nothing is read on this side.
        await using var connection = new ResilientMySqlConnection(target.Server.ConnectionString);
        await mode.OpenAsync(connection);
        ResilientMySqlBulkLoader loader = Loader(connection);
        loader.Local = false;
        loader.FileName = "/nowhere/at/all.csv";

        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.LoadAsync(loader));

        Assert.True(refused.Number > 0);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task UserVariables_PinTheSession(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString + ";Allow User Variables=true");
        await mode.OpenAsync(connection);
        ResilientMySqlBulkLoader loader = Loader(connection);
        loader.SourceStream = new MemoryStream(Lines);
        loader.Columns.AddRange(["id", "@given"]);
        loader.Expressions.Add("name = UPPER(@given)");
        Assert.Equal(2, await mode.LoadAsync(loader));
        Assert.Equal("IT'S TWO", await mode.ScalarAsync(connection, "SELECT UPPER(@given)"));

        await target.Server.KillAllSessionsAsync();

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT @given"));
        Assert.Equal(LossCause.SessionState, lost.Cause);
        Assert.Equal(ConnectionState.Broken, connection.State);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Misuse_IsRefusedBeforeAnythingIsSent(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await using var forbidden = new ResilientMySqlConnection(target.Server.ConnectionString);
        await mode.OpenAsync(connection);
        ResilientMySqlBulkLoader loader = Loader(connection);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.LoadAsync(loader));

        loader.SourceStream = new MemoryStream(Lines);
        loader.FileName = "both";
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.LoadAsync(loader));

        (loader.FileName, loader.Local) = (null, false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.LoadAsync(loader));

        (loader.TableName, loader.Local) = (" ", true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.LoadAsync(loader));

        (loader.TableName, loader.SourceStream, loader.FileName) = ("loaded", null, "/nowhere/at/all.csv");
        MySqlException noFile = await Assert.ThrowsAsync<MySqlException>(() => mode.LoadAsync(loader));
        Assert.IsAssignableFrom<IOException>(noFile.InnerException);
        Assert.Null(ResilientMySqlException.OutcomeOf(noFile));

        loader = Loader(forbidden);
        loader.SourceStream = new MemoryStream(Lines);
        await Assert.ThrowsAsync<NotSupportedException>(() => mode.LoadAsync(loader));
        Assert.Equal(0, await target.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenTransaction_IsTheLoadsToo(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);
        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        ResilientMySqlBulkLoader loader = Loader(connection);
        loader.SourceStream = new MemoryStream(Lines);

        Assert.Equal(2, await mode.LoadAsync(loader));
        await mode.RollbackAsync(transaction);

        Assert.Equal(0, await target.CountAsync());
    }

    private static ResilientMySqlBulkLoader Loader(ResilientMySqlConnection connection) => new(connection)
    {
        TableName = "loaded",
        CharacterSet = "utf8mb4",
        FieldTerminator = ",",
        FieldQuotationCharacter = '\'',
        FieldQuotationOptional = true,
        LineTerminator = "\n",
        NumberOfLinesToSkip = 1,
        Priority = MySqlBulkLoaderPriority.None,
    };
}
