using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>Makes what the application asks with.</summary>
internal static class HttpContenders
{
    public static readonly IReadOnlyList<HttpContender> All = Enum.GetValues<HttpContender>();

    public static Contender Create(HttpContender contender, string connectionString)
    {
        string name = NameOf(contender);
        return contender switch
        {
            HttpContender.DriverPool => new OpenAndClose(name, new MySqlDataSource(connectionString), Preparation.None),
            HttpContender.DriverPath => new GeneratedQuery(name, connectionString + ";Wire=Off"),
            HttpContender.WirePath => new GeneratedQuery(name, connectionString + ";Wire=Auto"),
            _ => throw new UnreachableException(),
        };
    }

    public static string NameOf(HttpContender contender) => contender switch
    {
        HttpContender.DriverPool => "(a) MySqlConnector's pool, text",
        HttpContender.DriverPath => "(b) generated query, Wire=Off",
        HttpContender.WirePath => "(c) generated query, Wire=Auto",
        _ => throw new UnreachableException(),
    };
}
