using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Emission;

namespace ResilientMySql.Generators.Tests.Emission;

public sealed class SqlLiteralTests
{
    [Theory]
    [InlineData("SELECT 1", "\"SELECT 1\"")]
    [InlineData("{0} {{a}}", "\"{0} {{a}}\"")]
    [InlineData("say \"a\" or 'b\\_'.", "\"\"\"say \"a\" or 'b\\_'.\"\"\"")]
    [InlineData("say \"\"\" now", "\"\"\"\"say \"\"\" now\"\"\"\"")]
    [InlineData("tab\there", "\"tab\\there\"")]
    [InlineData("carriage\r\nreturn", "\"carriage\\r\\nreturn\"")]
    public void Text_IsWrittenInItsPlainestForm(string text, string literal)
    {
        Assert.Equal([literal], SqlLiteral.Lines(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"a\"")]
    [InlineData("a\"")]
    [InlineData("\\")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("a\n")]
    [InlineData("\n  a\n \n\n\tb \"\"\"\" \\n")]
    [InlineData("  \n a")]
    [InlineData("a\r\nb\r")]
    [InlineData("a\0\u0001\u007f\u0085\u2028\u2029\ufeff\u200b\"")]
    [InlineData("\ud800")]
    [InlineData("\udc00\n")]
    [InlineData("\"\ud83d\ude00\n\ud83d\ude00\"")]
    [InlineData("\"\ud83d\n")]
    [InlineData("città 市 \\")]
    [InlineData("\ue000\"")]
    public void Literal_MeansTheText(string text)
    {
        string source = string.Join("\n        ", SqlLiteral.Lines(text));
        var expression = SyntaxFactory.ParseExpression(source);

        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(text, Assert.IsType<LiteralExpressionSyntax>(expression).Token.Value);
    }
}
