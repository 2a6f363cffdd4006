using MySqlConnector;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Pool;

/// <summary>Makes the contenders, each with a pool of its own.</summary>
internal static class PoolContenders
{
    public static readonly IReadOnlyList<PoolContender> All = Enum.GetValues<PoolContender>();

    public static Contender Create(PoolContender contender, string connectionString, int callers)
    {
        string name = NameOf(contender);
        return contender switch
        {
            PoolContender.DefaultPool => new OpenAndClose(name, new MySqlDataSource(connectionString), Preparation.None),
            PoolContender.UnresetPool => new OpenAndClose(name, new MySqlDataSource(connectionString + ";Connection Reset=False"), Preparation.EveryRequest),
            PoolContender.GeneratedQuery => new GeneratedQuery(name, connectionString),
            PoolContender.TextCommand => new OpenAndClose(name, new ResilientMySqlDataSource(connectionString), Preparation.None),
            PoolContender.PreparedCommand => new OpenAndClose(name, new ResilientMySqlDataSource(connectionString), Preparation.EveryRequest),
            PoolContender.HeldOpen => new HeldOpen(name, connectionString, callers),
            _ => throw new ArgumentOutOfRangeException(nameof(contender)),
        };
    }

    public static string NameOf(PoolContender contender) => contender switch
    {
        PoolContender.DefaultPool => "(a) MySqlConnector's pool, text",
        PoolContender.UnresetPool => "(b) MySqlConnector's pool, never reset, prepared",
        PoolContender.GeneratedQuery => "(c) ResilientMySql, generated query",
        PoolContender.TextCommand => "(d) ResilientMySql, open and close, text",
        PoolContender.PreparedCommand => "(e) ResilientMySql, open and close, prepared",
        PoolContender.HeldOpen => "(f) MySqlConnector, one connection per caller held open, prepared",
        _ => throw new ArgumentOutOfRangeException(nameof(contender)),
    };
}
