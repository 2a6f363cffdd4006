using MySqlConnector;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>Makes the contenders, each with a pool of its own.</summary>
internal static class RecoveryContenders
{
    public static readonly IReadOnlyList<RecoveryContender> All = Enum.GetValues<RecoveryContender>();

    /// <summary>For whom there are aims.</summary>
    public static readonly IReadOnlyList<RecoveryContender> Ours = [RecoveryContender.GeneratedQuery, RecoveryContender.OpenAndClose];

    public static Contender Create(RecoveryContender contender, string connectionString)
    {
        string name = NameOf(contender);
        return contender switch
        {
            RecoveryContender.DriverPool => new OpenAndClose(name, new MySqlDataSource(connectionString), Preparation.None),
            RecoveryContender.DriverPoolWithPolly => new RetriedByPolly(new OpenAndClose(name, new MySqlDataSource(connectionString), Preparation.None)),
            RecoveryContender.GeneratedQuery => new GeneratedQuery(name, connectionString),
            RecoveryContender.OpenAndClose => new OpenAndClose(name, new ResilientMySqlDataSource(connectionString), Preparation.None),
            _ => throw new ArgumentOutOfRangeException(nameof(contender)),
        };
    }

    public static string NameOf(RecoveryContender contender) => contender switch
    {
        RecoveryContender.DriverPool => "(a) MySqlConnector's pool",
        RecoveryContender.DriverPoolWithPolly => "(b) MySqlConnector's pool, retried by Polly",
        RecoveryContender.GeneratedQuery => "(c) ResilientMySql, generated query",
        RecoveryContender.OpenAndClose => "(d) ResilientMySql, open and close",
        _ => throw new ArgumentOutOfRangeException(nameof(contender)),
    };
}
