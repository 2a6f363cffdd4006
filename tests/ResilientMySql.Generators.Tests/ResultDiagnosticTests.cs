using Microsoft.CodeAnalysis;
using static ResilientMySql.Generators.Tests.Mistakes;

namespace ResilientMySql.Generators.Tests;

/// <summary>RMS3xx: what is wrong with results.</summary>
public sealed class ResultDiagnosticTests
{
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
    [InlineData("ValueTask<Rows<int>>", "", "CS9244")]
    [InlineData("Rows<int>", ", GenerateAsync")]
    public void AsynchronousRows_AreReported(string type, string attribute, params string[] complaints) =>
        AssertReported("RMS305", type, $"[Query(\"SELECT 1\"){attribute}] public partial {type} ReadCities();", complaints);

    [Theory]
    [InlineData("Rows<Span<byte>>")]
    [InlineData("Rows<ReadOnlySpan<char>>")]
    [InlineData("ReadOnlySpan<byte>")]
    public void RowsOfOtherViews_AreReported(string type) =>
        AssertReported("RMS301", type, $"[Query(\"SELECT 1\")] public partial {type} ReadCities();");

    [Theory]
    [InlineData("ref struct Row { public int A { get; set; } }", "it is a ref struct")]
    [InlineData("class Row { public Row(ReadOnlySpan<byte> name) { } }", "'name' is a view")]
    [InlineData("class Row { public Row(ReadOnlySpan<char> name) { } }", "'name' has the type 'ReadOnlySpan<char>'")]
    public void ViewsElsewhere_AreReported(string row, string problem)
    {
        Diagnostic diagnostic = AssertReported("RMS303", "Row", $"public {row} [Query(\"SELECT 1\")] public partial Row GetCity();");

        Assert.Contains(problem, diagnostic.GetMessage(null), StringComparison.Ordinal);
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
}
