namespace ResilientMySql.CodeFixes.Tests;

/// <summary>Source files around the members that a test is about.</summary>
internal static class Sources
{
    /// <summary>A class with a data source and these members.</summary>
    public static string CityQueries(string members) => $$"""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using ResilientMySql;
        using ResilientMySql.Queries;

        public sealed partial class CityQueries(ResilientMySqlDataSource dataSource)
        {
            public ResilientMySqlDataSource Source() => dataSource;

        {{members}}
        }

        public sealed record City(int CityId, string Name);
        """.ReplaceLineEndings("\n");
}
