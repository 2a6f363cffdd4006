namespace ResilientMySql.Generators.Tests;

/// <summary>Source files around the members that a test is about.</summary>
internal static class Sources
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using ResilientMySql;
        using ResilientMySql.Queries;


        """;

    /// <summary>A class with a data source and these members.</summary>
    public static string CityQueries(string members) => Usings + $$"""
        public sealed partial class CityQueries(ResilientMySqlDataSource dataSource)
        {
            public ResilientMySqlDataSource Source() => dataSource;

        {{members}}
        }
        """;
}
