using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>A static class with a data source of its own.</summary>
internal static partial class StaticQueries
{
    private static readonly ResilientMySqlDataSource Shared = new(Environment.GetEnvironmentVariable("RESILIENTMYSQL_CONNECTION")!);

    [Query("SELECT 1")]
    public static partial int One();
}
