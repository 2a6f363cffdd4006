using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.Generators.Tests.Parsing;

public sealed class LiteralOffsetsTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"a\\tb\\u0063d\\x41g\\U00000065f\\U0001F600g\\\"h\\e\"")]
    [InlineData("@\"\"")]
    [InlineData("@\"a\"\"b\\c\nd\"")]
    [InlineData("\"\"\"a\"b\"\"\"")]
    [InlineData("\"\"\"\"a\"\"\"b\"\"\"\"")]
    [InlineData("\"\"\"\n  ab\n    c\n\n d\n \"\"\"")]
    [InlineData("\"\"\"\n\n\n\"\"\"")]
    [InlineData("\"\"\" \n  a\n  \"\"\"")]
    [InlineData("\"\"\"\r\n  ab\r\n\r\n \r\n   c\r\n  \"\"\"")]
    [InlineData("\"\"\"\r\n  \r\n  \"\"\"")]
    public void EachCharacter_IsWhereItIsSpelled(string literal)
    {
        SyntaxToken token = SyntaxFactory.ParseToken("   " + literal);
        Assert.Empty(token.GetDiagnostics());

        int[]? offsets = LiteralOffsets.Of(token);

        Assert.NotNull(offsets);
        Assert.Equal(token.ValueText.Length + 1, offsets.Length);
        Assert.Equal(offsets.Order(), offsets);
        Assert.All(offsets, offset => Assert.InRange(offset, token.SpanStart, token.Span.End));
        Assert.All(token.ValueText.Zip(offsets), pair => AssertSpelled(pair.First, literal[(pair.Second - token.SpanStart)..]));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("'a'")]
    [InlineData("\"a\"u8")]
    public void OtherLiterals_HaveNoOffsets(string literal)
    {
        Assert.Null(LiteralOffsets.Of(SyntaxFactory.ParseToken(literal)));
    }

    private static void AssertSpelled(char character, string source) =>
        Assert.True(source[0] == character || source[0] == '\\', $"'{character}' is not spelled '{source}'.");
}
