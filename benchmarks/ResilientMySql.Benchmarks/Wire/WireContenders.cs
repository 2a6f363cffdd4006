using System.Diagnostics;
using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>What the contenders are called, and who can compete where.</summary>
internal static class WireContenders
{
    /// <summary>Those that compete in a kind of calls: MariaDB's client library has only synchronous ones for prepared statements.</summary>
    public static IReadOnlyList<WireContender> Of(CallMode mode) =>
        [.. Enum.GetValues<WireContender>().Where(contender => mode is CallMode.Sync || contender is not WireContender.CClient)];

    public static string NameOf(WireContender contender) => contender switch
    {
        WireContender.Driver => "(a) MySqlConnector, the best loop",
        WireContender.OffConnection => "(b) generated query on a connection, Wire=Off",
        WireContender.OffDataSource => "(c) generated query on a data source, Wire=Off",
        WireContender.WireConnection => "(d) generated query on a connection, Wire=Auto",
        WireContender.WireDataSource => "(e) generated query on a data source, Wire=Auto",
        WireContender.CClient => "(f) C, MariaDB Connector/C",
        _ => throw new UnreachableException(),
    };
}
