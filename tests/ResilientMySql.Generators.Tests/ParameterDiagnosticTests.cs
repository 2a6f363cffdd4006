using static ResilientMySql.Generators.Tests.Mistakes;

namespace ResilientMySql.Generators.Tests;

/// <summary>RMS2xx: what is wrong with parameters.</summary>
public sealed class ParameterDiagnosticTests
{
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
        AssertReported("RMS202", "id", """[Query("SELECT @@id")] public partial int GetCity(int id);""");

    [Fact]
    public void MethodParameterHiddenInSql_IsReportedWhereItHides()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""[Query("SELECT '@id' /* @id */")] public partial int GetCity(int id);"""));

        Assert.Equal(["RMS202", "RMS404", "RMS404"], generation.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

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

    [Fact]
    public void ConverterWhoseMethodsNobodyCanCall_IsReported() => AssertReported(
        "RMS214", "Uri",
        """
        public sealed class Hidden : IColumnConverter<Uri, string>
        {
            static string IColumnConverter<Uri, string>.ToColumn(Uri value) => value.ToString();
            static Uri IColumnConverter<Uri, string>.FromColumn(string column) => new(column);
        }

        [Query("SELECT @id")] public partial int GetCity([Convert<Hidden>] Uri id);
        """);
}
