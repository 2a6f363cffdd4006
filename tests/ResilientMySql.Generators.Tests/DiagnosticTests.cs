using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>
/// Each mistake is told once, at its exact place; the method still compiles where it can, and its neighbours are generated.
/// </summary>
public sealed class DiagnosticTests
{
    private const string Neighbour = """

        [Query("SELECT 1")]
        public partial int Neighbour();
        """;

    [Fact]
    public void MethodNotPartial_IsReported() =>
        AssertReported("RMS101", "GetCity", """[Query("SELECT 1")] public int GetCity() => 1;""");

    [Fact]
    public void MethodWithBody_IsReported() =>
        AssertReported("RMS101", "GetCity", """[Query("SELECT 1")] public partial int GetCity(); public partial int GetCity() => 1;""");

    [Fact]
    public void AttributeOnTheImplementation_IsReported() =>
        AssertReported("RMS101", "GetCity", """public partial int GetCity(); [Query("SELECT 1")] public partial int GetCity() => 1;""");

    [Fact]
    public void LocalFunction_IsReported() =>
        AssertReported("RMS101", "GetCity", """public int Outer() { return GetCity(); [Query("SELECT 1")] static int GetCity() => 1; }""");

    [Fact]
    public void Accessor_IsReported() =>
        AssertReported("RMS101", "get", """public int City { [Query("SELECT 1")] get; }""");

    [Fact]
    public void ContainerNotPartial_IsReported() =>
        AssertReported("RMS102", "GetCity", """public class Inner { [Query("SELECT 1")] public partial int GetCity(); }""", "CS0751", "CS8795");

    [Fact]
    public void ContainerLocalToItsFile_IsReported()
    {
        Generation generation = Generation.Run(Sources.Usings + """
            file partial class Queries(ResilientMySqlDataSource dataSource)
            {
                [Query("SELECT 1")] public partial int GetCity();
            }
            """);

        Assert.Null(generation.Exception);
        Assert.Equal("RMS102", Assert.Single(generation.Diagnostics).Id);
    }

    [Fact]
    public void VariantInterface_IsReported()
    {
        Generation generation = Generation.Run(Sources.Usings + """
            public partial interface IQueries<out T>
            {
                ResilientMySqlDataSource DataSource { get; }
                [Query("SELECT 1")] public partial int GetCity();
            }
            """);

        Assert.Null(generation.Exception);
        Assert.Equal("RMS102", Assert.Single(generation.Diagnostics).Id);
    }

    [Fact]
    public void NoDataSource_IsReported() =>
        AssertReported("RMS103", "GetCity", """public partial class Inner { [Query("SELECT 1")] public partial int GetCity(); }""");

    [Fact]
    public void InstanceDataSourceForStaticMethod_IsReported() =>
        AssertReported("RMS103", "GetCity", """[Query("SELECT 1")] public static partial int GetCity();""");

    [Fact]
    public void SeveralDataSources_AreReported() => AssertReported("RMS104", "GetCity", """
        public partial class Inner(ResilientMySqlDataSource first, ResilientMySqlDataSource second)
        {
            public object[] All => [first, second];
            [Query("SELECT 1")] public partial int GetCity();
        }
        """);

    [Fact]
    public void GenericMethod_IsReported() =>
        AssertReported("RMS105", "GetCity", """[Query("SELECT @id")] public partial T GetCity<T>(T? id) where T : class, new();""");

    [Fact]
    public void BothAttributes_AreReported() =>
        AssertReported("RMS106", "GetCity", """[Query("SELECT 1"), Execute("DO 1")] public partial int GetCity();""");

    [Fact]
    public void HiddenDataSource_IsReported() =>
        AssertReported("RMS107", "dataSource", """[Query("SELECT @dataSource")] public partial int GetCity(int dataSource);""");

    [Theory]
    [InlineData("\"SELECT @missing\"", "@missing")]
    [InlineData("\"SELECT \\t\\u0041\\x41 \\U0001F600 '\\\"', @missing, 1\"", "@missing")]
    [InlineData("@\"SELECT \"\"a\"\",\n @missing\"", "@missing")]
    [InlineData("\"\"\"SELECT \"a\", @missing\"\"\"", "@missing")]
    [InlineData("\"\"\"\"\n      SELECT \"\"\"a\"\"\"\n\n        , @missing\n      \"\"\"\"", "@missing")]
    [InlineData("\"\"\"\r\n      SELECT 1\r\n \r\n      , @missing\r\n      \"\"\"", "@missing")]
    [InlineData("\"SELECT \" + \"@missing\"", "\"SELECT \" + \"@missing\"")]
    [InlineData("Text", "Text")]
    [InlineData("sql: \"SELECT @missing\"", "@missing")]
    public void SqlParameterWithoutMethodParameter_IsReportedInsideTheLiteral(string argument, string span) =>
        AssertReported("RMS201", span, $"private const string Text = \"SELECT @missing\"; [Query({argument})] public partial int GetCity();");

    [Fact]
    public void MethodParameterNotInSql_IsReported() =>
        AssertReported("RMS202", "id", """[Query("SELECT '@id' /* @id */, @@id")] public partial int GetCity(int id);""");

    [Theory]
    [InlineData("object")]
    [InlineData("(int, int)")]
    [InlineData("nint")]
    [InlineData("dynamic")]
    public void UnsupportedParameterType_IsReported(string type) =>
        AssertReported("RMS203", type, $"[Query(\"SELECT @id\")] public partial int GetCity({type} id);");

    [Fact]
    public void SecondCancellationToken_IsReported() => AssertReported(
        "RMS203", "CancellationToken", """[Query("SELECT @b")] public partial ValueTask<int> GetCity(CancellationToken a, CancellationToken b);""");

    [Fact]
    public void PointerParameter_IsReported() => AssertReported(
        "RMS203", "int*", """public unsafe partial class Inner(ResilientMySqlDataSource source) { public object S => source; [Query("SELECT @id")] public partial int GetCity(int* id); }""");

    [Theory]
    [InlineData("ref int id")]
    [InlineData("out int id")]
    public void ReferenceParameter_IsReported(string parameter) =>
        AssertReported("RMS204", parameter, $"[Query(\"SELECT @id\")] public partial int GetCity({parameter});");

    [Fact]
    public void CancellationTokenOnSynchronousMethod_IsReported() => AssertReported(
        "RMS205", "CancellationToken stop = default", """[Query("SELECT 1")] public partial int GetCity(CancellationToken stop = default);""");

    [Theory]
    [InlineData("void")]
    [InlineData("ValueTask")]
    [InlineData("List<int>?")]
    [InlineData("ValueTask<IEnumerable<int>>")]
    [InlineData("List<List<IDisposable>[]>")]
    [InlineData("nint[]")]
    [InlineData("dynamic")]
    [InlineData("ref int")]
    [InlineData("ref readonly int")]
    [InlineData("Action")]
    public void UnsupportedReturnTypeOfQuery_IsReported(string type) =>
        AssertReported("RMS301", type, $"[Query(\"SELECT 1\")] public partial {type} GetCity();");

    [Theory]
    [InlineData("T")]
    [InlineData("T?")]
    [InlineData("List<T?>")]
    public void TypeParameterAsRow_IsReported(string type) => AssertReported("RMS301", type, $$"""
        public partial class Inner<T>(ResilientMySqlDataSource source) where T : struct
        {
            public object Source => source;
            [Query("SELECT 1")] public partial {{type}} GetCity();
        }
        """);

    [Theory]
    [InlineData("long")]
    [InlineData("int?")]
    [InlineData("string")]
    [InlineData("ValueTask<long>")]
    public void UnsupportedReturnTypeOfExecute_IsReported(string type) =>
        AssertReported("RMS301", type, $"[Execute(\"DO 1\")] public partial {type} GetCity();");

    [Theory]
    [InlineData("Task<int>", "Query", "ValueTask<int>")]
    [InlineData("Task<List<string?>>", "Query", "ValueTask<List<string?>>")]
    [InlineData("Task", "Execute", "ValueTask")]
    public void TaskReturnType_NamesItsReplacement(string type, string attribute, string replacement)
    {
        Diagnostic diagnostic = AssertReported("RMS302", type, $"[{attribute}(\"DO 1\")] public partial {type} GetCity(CancellationToken stop);");

        Assert.Contains($"'{replacement}'", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abstract record Row(int A);", "abstract")]
    [InlineData("class Row;", "public constructor")]
    [InlineData("class Row { public Row(int a) { } public Row(string a) { } }", "public constructor")]
    [InlineData("class Row { internal Row(int a) { } }", "public constructor")]
    [InlineData("record Row(int A, Uri Site);", "'Site' has the type 'Uri'")]
    [InlineData("record Row(int A, ResilientMySqlDataSource? Source);", "'Source' has the type 'ResilientMySqlDataSource?'")]
    [InlineData("class Row { public Row(ref int a) { } }", "'a'")]
    public void UnsupportedRowType_NamesTheMember(string type, string message)
    {
        Diagnostic diagnostic = AssertReported("RMS303", "List<Row>", $"[Query(\"SELECT 1\")] public partial List<Row> GetCity(); public {type}");

        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" -- nothing\\n ;\"")]
    [InlineData("null!")]
    public void EmptySql_IsReported(string argument) =>
        AssertReported("RMS401", argument, $"[Execute({argument})] public partial int GetCity();");

    [Theory]
    [InlineData("SELECT 'open", "'open", "quoted string")]
    [InlineData("SELECT /* open", "/* open", "comment")]
    [InlineData("SELECT `open", "`open", "quoted identifier")]
    [InlineData("SELECT @`open", "@`open", "quoted identifier")]
    public void UnterminatedSql_IsReportedFromItsOpening(string sql, string span, string what)
    {
        Diagnostic diagnostic = AssertReported("RMS402", span, $"[Query(\"{sql}\")] public partial int GetCity();");

        Assert.Contains(what, diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void PositionalPlaceholder_IsReported() =>
        AssertReported("RMS403", "?", """[Query("SELECT '?', ?")] public partial int GetCity();""");

    [Fact]
    public void SeveralMistakes_AreAllReported()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""[Query("SELECT @a, @b")] public partial Uri GetCity(object a, int c);"""));

        Assert.Equal(["RMS201", "RMS202", "RMS203", "RMS303"], generation.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
        Assert.Empty(generation.CompilerComplaints());
    }

    [Fact]
    public void UnknownType_IsReportedAndDoesNotBreakTheGenerator()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""[Query("SELECT @a")] public partial Missing GetCity(Absent a);""" + Neighbour));

        Assert.Null(generation.Exception);
        Assert.Equal(["RMS203", "RMS301"], generation.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
        Assert.DoesNotContain("CS8795", generation.CompilerComplaints().Select(diagnostic => diagnostic.Id));
        Assert.Contains("CityQueries.Neighbour.g.cs", generation.Sources.Keys);
    }

    [Theory]
    [InlineData("""[Query("SELECT 1")] public partial int GetCity(); [Query("SELECT 1")] public partial int GetCity();""")]
    [InlineData("""[Query("SELECT 1"), Query("SELECT 2")] public partial int GetCity();""")]
    [InlineData("""[Query(1)] public partial int GetCity();""")]
    [InlineData("""[Query("SELECT @a, @a")] public partial int GetCity(int a, int a);""")]
    [InlineData("""[Query("SELECT @a")] public partial int GetCity(int""")]
    [InlineData("""[Query("SELECT 1")] partial GetCity();""")]
    [InlineData("""[Query("SELECT 1")] public partial int Name { get; }""")]
    public void CodeThatDoesNotCompile_DoesNotBreakTheGenerator(string members)
    {
        Generation generation = Generation.Run(Sources.CityQueries(members), Sources.Usings + $$"""
            partial class CityQueries
            {
            {{Neighbour}}
            }
            """);

        Assert.Null(generation.Exception);
        Assert.NotEmpty(generation.CompilerComplaints());
        Assert.Contains("CityQueries.Neighbour.g.cs", generation.Sources.Keys);
    }

    [Fact]
    public void Pragma_SuppressesTheDiagnostic()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""
            #pragma warning disable RMS202 // Kept for a caller.
            [Query("SELECT 1")] public partial int GetCity(int id);
            #pragma warning restore RMS202
            """));

        Assert.True(Assert.Single(generation.Diagnostics).IsSuppressed);
    }

    [Fact]
    public Task Mistake_ThrowsInTheBody() =>
        Verifier.Verify(Generation.Run(Sources.CityQueries("""[Query("SELECT @id")] public partial int GetCity(int city);""")).Driver);

    /// <summary>The one mistake in <paramref name="members"/>, which leaves the compiler with nothing else to complain about.</summary>
    private static Diagnostic AssertReported(string id, string spanText, string members, params string[] complaints)
    {
        Generation generation = Generation.Run(Sources.CityQueries(members + Neighbour));

        Assert.Null(generation.Exception);
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(spanText, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Equal(complaints, generation.CompilerComplaints().Select(complaint => complaint.Id).Distinct().Order());
        Assert.Contains("CityQueries.Neighbour.g.cs", generation.Sources.Keys);
        return diagnostic;
    }
}
