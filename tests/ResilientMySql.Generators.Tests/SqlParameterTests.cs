using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResilientMySql.Generators.Tests;

/// <summary>Which names in the SQL are parameters, and what is bound for each.</summary>
public sealed class SqlParameterTests
{
    [Theory]
    [InlineData("SELECT '@city', \"@city\", `@city`, @city", "SELECT '@city', \"@city\", `@city`, ?")]
    [InlineData("SELECT /* @city */ @city -- @city", "SELECT /* @city */ ? -- @city")]
    [InlineData("SELECT @city # @city\n+ @city", "SELECT ? # @city\n+ ?")]
    [InlineData("SELECT @@city, @@session.city, @@global.city, @city", "SELECT @@city, @@session.city, @@global.city, ?")]
    [InlineData("SELECT @`city`, @'city', @\"city\", @city", "SELECT @`city`, @'city', @\"city\", ?")]
    [InlineData("SELECT @city,@city", "SELECT ?,?")]
    [InlineData("SELECT(@city)=-@city;", "SELECT(?)=-?;")]
    [InlineData("SELECT 'it''s \\'@city\\'', @city", "SELECT 'it''s \\'@city\\'', ?")]
    public void OnlyNamesOutsideQuotesAndComments_AreReplaced(string sql, string commandText)
    {
        Assert.Equal(commandText, CommandText(Run(sql, "int city")));
    }

    [Theory]
    [InlineData("@`v`")]
    [InlineData("@'v'")]
    [InlineData("@v")]
    public void UserVariable_IsHiddenFromTheDriver(string variable)
    {
        Generation generation = Generation.Run(Sources.CityQueries($"[Query(\"SELECT {variable} + @id\"), UserVariable(\"v\")] public partial int Get(int id);"));

        Assert.Contains($"\"SELECT /*!{variable}*/ + ?\"", Assert.Single(generation.Sources).Value, StringComparison.Ordinal);
        Assert.Empty(generation.Diagnostics);
    }

    [Fact]
    public void RepeatedParameter_IsBoundAgain()
    {
        Assert.Equal(["sink.Int32(a)", "sink.Int32(b)", "sink.Int32(a)"], Bindings(Run("SELECT @a, @b, @a", "int b, int a")));
    }

    [Fact]
    public void Case_DoesNotMatter()
    {
        Assert.Equal(["sink.Int32(cityId)", "sink.Int32(cityId)"], Bindings(Run("SELECT @CITYID, @CityId", "int cityId")));
    }

    [Fact]
    public void NamesThatDifferOnlyInCase_MeanTheExactOne()
    {
        Assert.Equal(["sink.Int64(City)", "sink.Int32(city)", "sink.Int32(city)"], Bindings(Run("SELECT @City, @city, @CITY", "int city, long City")));
    }

    [Fact]
    public void KeywordNames_AreEscaped()
    {
        Assert.Equal(["sink.String(@class)", "sink.Int32(@int)"], Bindings(Run("SELECT @class, @int", "int @int, string @class")));
    }

    [Fact]
    public void NamesOfOtherScripts_AreBound()
    {
        Assert.Equal(["sink.String(città)", "sink.String(市)"], Bindings(Run("SELECT @città, @市", "string città, string 市")));
    }

    [Fact]
    public void Enums_AreBoundByTheirNumber()
    {
        Assert.Equal(["sink.Int32((global::System.Int32)day)"], Bindings(Run("SELECT @day", "DayOfWeek day")));
    }

    private static SyntaxNode Run(string sql, string parameters)
    {
        Generation generation = Generation.Run(Sources.CityQueries(
            $"[Query({SymbolDisplay.FormatLiteral(sql, quote: true)})] public partial ResilientMySqlDataReader Run({parameters});"));

        // What only looks like a parameter is warned of.
        Assert.DoesNotContain(generation.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.Empty(generation.CompilerComplaints());
        return CSharpSyntaxTree.ParseText(Assert.Single(generation.Sources).Value).GetRoot();
    }

    private static string CommandText(SyntaxNode root)
    {
        PropertyDeclarationSyntax property = root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Single(node => node.Identifier.Text == "CommandText");
        return ((LiteralExpressionSyntax)property.ExpressionBody!.Expression).Token.ValueText;
    }

    private static IEnumerable<string> Bindings(SyntaxNode root) => root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Select(invocation => invocation.ToString())
        .Where(text => text.StartsWith("sink.", StringComparison.Ordinal));
}
