using MySqlConnector;
using ResilientMySql.Integration.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a session has because of how it was opened, it has in every lease, and in those after a reset as well.</summary>
public sealed class SessionOriginTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OwnSchemaMadeAnew_NextLeaseIsInIt(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await OracleServer.ExecuteAsync(server.Onlooker, "CREATE DATABASE own");

        Assert.Equal("own", await AfterAsync(mode, server, "Database=own", ["DROP DATABASE own", "CREATE DATABASE own"], "SELECT DATABASE()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SchemaWithCharacterSetOfItsOwn_RoutinesAreMadeInIt(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await OracleServer.ExecuteAsync(server.Onlooker, "CREATE DATABASE own CHARACTER SET latin2");

        Assert.Equal("latin2", await AfterAsync(mode, server, "Database=own", ["SET @v = 1"], "SELECT @@character_set_database"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerWithInitConnect_ItHolds(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await OracleServer.ExecuteAsync(server.Onlooker, "CREATE USER plain@'%' IDENTIFIED BY 'Secret-1'");
        await OracleServer.ExecuteAsync(server.Onlooker, "GRANT SELECT ON corpus.* TO plain@'%'");
        await OracleServer.ExecuteAsync(server.Onlooker, "SET GLOBAL init_connect = 'SET time_zone = ''+02:00'''");

        Assert.Equal("+02:00", await AfterAsync(mode, server, "User ID=plain;Password=Secret-1", ["SET @v = 1"], "SELECT @@time_zone"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task InteractiveSession_KeepsItsTimeout(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await OracleServer.ExecuteAsync(server.Onlooker, "SET GLOBAL interactive_timeout = 1234");

        Assert.Equal("1234", await AfterAsync(mode, server, "Interactive Session=true", ["SET @v = 1"], "SELECT @@wait_timeout"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DefaultRole_IsBack(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await OracleServer.ExecuteAsync(server.Onlooker, engine is ServerEngine.MySql ? "ALTER USER CURRENT_USER DEFAULT ROLE corpus_role" : "SET DEFAULT ROLE corpus_role");

        Assert.Contains("corpus_role", await AfterAsync(mode, server, "", ["SET ROLE NONE"], "SELECT CURRENT_ROLE()"), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AffectedRows_AreCountedAsAskedFor(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await OracleServer.ExecuteAsync(server.Onlooker, "UPDATE corpus.u SET n = 1");

        foreach (bool useAffectedRows in (bool[])[true, false])
        {
            await using ResilientMySqlDataSource dataSource = Pool(server, $"Use Affected Rows={useAffectedRows}");
            await LeaseAsync(mode, dataSource, ["SET @v = 1"]);
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);

            Assert.Equal(useAffectedRows ? 0 : 3, await mode.ExecuteAsync(connection, "UPDATE u SET n = 1"));
        }
    }

    /// <summary>What a question is answered after a lease that ran statements, which must be the same as after one that ran nothing.</summary>
    private static async Task<string> AfterAsync(CallMode mode, OracleServer server, string options, string[] statements, string question)
    {
        await using ResilientMySqlDataSource dataSource = Pool(server, options);
        await LeaseAsync(mode, dataSource, []);
        string before = await AskAsync(mode, dataSource, question);
        await LeaseAsync(mode, dataSource, statements);
        string after = await AskAsync(mode, dataSource, question);
        Assert.Equal(before, after);
        return after;
    }

    private static ResilientMySqlDataSource Pool(OracleServer server, string options) =>
        new($"{server.ConnectionString};Pooling=true;Maximum Pool Size=1;Allow Public Key Retrieval=true;{options}");

    private static async Task LeaseAsync(CallMode mode, ResilientMySqlDataSource dataSource, string[] statements)
    {
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        foreach (string sql in statements)
            await mode.ExecuteAsync(connection, sql);

        await mode.CloseAsync(connection);
    }

    private static async Task<string> AskAsync(CallMode mode, ResilientMySqlDataSource dataSource, string question)
    {
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        string answer = Convert.ToString(await mode.ScalarAsync(connection, question), null) ?? "";
        await mode.CloseAsync(connection);
        return answer;
    }
}
