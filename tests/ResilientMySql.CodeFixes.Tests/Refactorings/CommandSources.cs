namespace ResilientMySql.CodeFixes.Tests.Refactorings;

/// <summary>Files with a method that reads by hand.</summary>
internal static class CommandSources
{
    public static string Source(string method, string body, string added = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using ResilientMySql;
        using ResilientMySql.Queries;

        public partial class Cities(ResilientMySqlConnection connection)
        {
            public object Used() => connection;

            public {{method}}
            {
                {{body}}
            }{{added}}
        }

        public sealed record City(int CityId, string Name)
        {
            public int Population { get; set; }
        }

        public sealed record Place(string? Name, int? Area);

        public sealed class Country
        {
            public int CountryId { get; init; }

            public string Name { get; set; } = "";
        }
        """.ReplaceLineEndings("\n");
}
