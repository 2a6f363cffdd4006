using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Http.Apps;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>Makes what the application asks with.</summary>
internal static class HttpContenders
{
    private const string NoReset = ";Connection Reset=False";

    /// <summary>Those that can be had on this machine.</summary>
    public static IReadOnlyList<HttpContender> Available =>
        [.. Enum.GetValues<HttpContender>().Where(static contender => !IsPython(contender) || PythonApp.CanBeHad)];

    public static bool IsPython(HttpContender contender) => contender is HttpContender.PythonPerRequest or HttpContender.PythonPerThread;

    /// <exception cref="ArgumentOutOfRangeException">It is one in Python.</exception>
    public static Contender Create(HttpContender contender, string connectionString)
    {
        string name = NameOf(contender);
        return contender switch
        {
            HttpContender.Unpooled => new OpenAndClose(name, new MySqlDataSource(connectionString + ";Pooling=False"), Preparation.None),
            HttpContender.DefaultPool => new OpenAndClose(name, new MySqlDataSource(connectionString), Preparation.None),
            HttpContender.UnresetPool => new OpenAndClose(name, new MySqlDataSource(connectionString + NoReset), Preparation.None),
            HttpContender.UnresetPoolPrepared => new OpenAndClose(name, new MySqlDataSource(connectionString + NoReset), Preparation.EveryRequest),
            HttpContender.HandWritten => new OpenAndClose(name, new ResilientMySqlDataSource(connectionString), Preparation.None),
            HttpContender.GeneratedOnDriver => new GeneratedQuery(name, connectionString + ";Wire=Off"),
            HttpContender.GeneratedOnWire => new GeneratedQuery(name, connectionString + ";Wire=Auto"),
            HttpContender.Dapper => new DapperQuery(name, connectionString),
            HttpContender.EntityFramework => new CompiledQuery(name, connectionString),
            HttpContender.MySqlData => new OpenAndClose(name, OracleDataSource.Create(connectionString), Preparation.None),
            HttpContender.NoDatabase => new ConstantAnswer(name),
            HttpContender.PythonPerRequest or HttpContender.PythonPerThread => throw new ArgumentOutOfRangeException(nameof(contender)),
            _ => throw new UnreachableException(),
        };
    }

    public static string NameOf(HttpContender contender) => contender switch
    {
        HttpContender.Unpooled => "MySqlConnector, no pool",
        HttpContender.DefaultPool => "MySqlConnector's pool",
        HttpContender.UnresetPool => "MySqlConnector's pool, never reset",
        HttpContender.UnresetPoolPrepared => "MySqlConnector's pool, never reset, prepared",
        HttpContender.HandWritten => "ResilientMySql, hand-written",
        HttpContender.GeneratedOnDriver => "ResilientMySql, generated, Wire=Off",
        HttpContender.GeneratedOnWire => "ResilientMySql, generated, Wire=Auto",
        HttpContender.Dapper => "Dapper on MySqlConnector's pool",
        HttpContender.EntityFramework => "EF Core on MySqlConnector's pool",
        HttpContender.MySqlData => "MySql.Data's pool",
        HttpContender.PythonPerRequest => "Python, a connection per request",
        HttpContender.PythonPerThread => "Python, a connection per thread",
        HttpContender.NoDatabase => "no database",
        _ => throw new UnreachableException(),
    };
}
