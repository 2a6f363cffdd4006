namespace ResilientMySql.Generators.Tests;

/// <summary>Unusual but valid code for which what is generated compiles without a warning.</summary>
public sealed class CompilationTests
{
    [Theory]
    [InlineData("[Query(\"SELECT 1, 2\")] public partial KeyValuePair<int, string> Get();")]
    [InlineData("[Query(\"SELECT 1, 2\")] public partial List<KeyValuePair<int, string?>?> Get();")]
    [InlineData("[Query(\"SELECT 1\")] public partial DayOfWeek? Get();")]
    [InlineData("[Query(\"SELECT 1\")] public partial byte[]? Get();")]
    [InlineData("[Query(\"SELECT 1\")] private partial string Get();")]
    [InlineData("[Query(\"SELECT @a\")] public partial int Get(ref readonly int a);")]
    [InlineData("[Query(\"SELECT @a\")] public partial int Get(scoped in int a);")]
    [InlineData("[Query(\"SELECT @global + @row + @TRow + @_\")] public partial int Get(int global, int row, int TRow, int _);")]
    [InlineData("[Execute(\"DO 1\")] public partial ValueTask Convert(CancellationToken Convert);")]
    [InlineData("[Execute(\"DO @task\")] public partial ValueTask Do(int task, CancellationToken @default);")]
    [InlineData("private enum Own : ulong { One } private sealed record Row(Own Own, Own? Other); [Query(\"SELECT @own, @own\")] private partial Row Get(Own? own);")]
    [InlineData("public sealed class Row { private Row() { } public Row(int a) => A = a; public int A { get; } } [Query(\"SELECT 1\")] public partial Row Get();")]
    [InlineData("public sealed record Row(int? A) { public Row(string? a) : this(a?.Length) { } public Row(long? a) : this((int?)a) { } } [Query(\"SELECT 1\")] public partial Row Get();")]
    [InlineData("public sealed record Row(int A) { public required int B { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Row() : this(1) => B = 2; } public Row R => new();")]
    [InlineData("private readonly partial struct S(ResilientMySqlDataSource source) { [Query(\"SELECT 1\")] public readonly partial int Get(); }")]
    [InlineData("private ref partial struct S { public ResilientMySqlDataSource Source { get; } public S() => Source = null!; [Query(\"SELECT 1\")] public partial int Get(); }")]
    [InlineData("private abstract class B { public abstract int Get(); } private sealed partial class D(ResilientMySqlDataSource source) : B { [Query(\"SELECT 1\")] public sealed override partial int Get(); }")]
    [InlineData("#pragma warning disable CS0612\n[Obsolete] public enum Old { One }\n[Query(\"SELECT @old\")] public partial Old Get(Old old);")]
    public void Members_Compile(string members) => Generation.Compiled(Sources.CityQueries(members));

    [Fact]
    public void NullableOff_TakesReferencesAsNotNull()
    {
        Generation generation = Generation.Run("#nullable disable\n" + Sources.CityQueries("""
            [Query("SELECT @city")] public partial string GetCity(string city);
            [Query("SELECT 1, @city")] public partial List<Row> List(byte[] city);
            public sealed record Row(int A, string B);
            """));

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerComplaints());
        Assert.Contains("First<", generation.Sources["CityQueries.GetCity.g.cs"], StringComparison.Ordinal);
        Assert.Contains("new(row.Int32(0), row.String(1))", generation.Sources["CityQueries.List.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void TypesThatDifferOnlyInCase_HaveFilesOfTheirOwn()
    {
        const string members = "(ResilientMySqlDataSource source) { [Query(\"SELECT 1\")] public partial int Get(); }\n";

        Generation.Compiled(Sources.Usings + "public partial class Queries" + members + "public partial class QUERIES" + members);
    }

    [Fact]
    public void UnnestedAndNestedTypesOfTheSameName_HaveFilesOfTheirOwn()
    {
        const string members = "(ResilientMySqlDataSource source) { [Query(\"SELECT 1\")] public partial int Get(); }\n";

        Generation.Compiled(Sources.Usings + "public partial class A { public partial class B" + members + "}\npublic partial class A<T> { public partial class B" + members + "}");
    }

    [Fact]
    public void UsersNamespaces_DoNotHideOurs()
    {
        Generation.Compiled("""
            namespace Shop.ResilientMySql
            {
                public static class System;

                public static class QueryRunner;

                public partial class Queries(global::ResilientMySql.ResilientMySqlDataSource source)
                {
                    [global::ResilientMySql.Queries.Query("SELECT @day")]
                    public partial global::System.Threading.Tasks.ValueTask<global::System.Collections.Generic.IReadOnlyList<global::System.DayOfWeek>> Get(global::System.DayOfWeek? day);
                }
            }
            """);
    }
}
