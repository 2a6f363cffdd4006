using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class SqlLexerTests
{
    [Theory]
    [InlineData("SELECT 1", "Word:SELECT Number:1")]
    [InlineData("a.b", "Word:a Symbol:. Word:b")]
    [InlineData("'it''s' 'a\\'b' \"x\"\"y\"", "String:'it''s' String:'a\\'b' DoubleQuoted:\"x\"\"y\"")]
    [InlineData("`a``b` `a\\`", "QuotedIdentifier:`a``b` QuotedIdentifier:`a\\`")]
    [InlineData("5--1", "Number:5 Symbol:- Symbol:- Number:1")]
    [InlineData("5-- 1", "Number:5 Comment:-- 1")]
    [InlineData("5--\n1", "Number:5 Comment:--\n Number:1")]
    [InlineData("5--", "Number:5 Comment:--")]
    [InlineData("a#b\nc", "Word:a Comment:#b\n Word:c")]
    [InlineData("a/* ; ' */b", "Word:a Comment:/* ; ' */ Word:b")]
    [InlineData("/*!40000 x*/ /*M! y*/ /*+ z*/", "ExecutableComment:/*!40000 x*/ ExecutableComment:/*M! y*/ Hint:/*+ z*/")]
    [InlineData("@a @a.b @'a b' @`c` @", "AtName:@a AtName:@a.b AtName:@'a b' AtName:@`c` Symbol:@")]
    [InlineData("@@x @@session.sql_mode", "SystemVariable:@@x SystemVariable:@@session.sql_mode")]
    [InlineData("a:=1", "Word:a Assignment::= Number:1")]
    [InlineData("?;?", "Placeholder:? Semicolon:; Placeholder:?")]
    [InlineData("0x1F 0b01 1.5 .5 1e3 1e-3 1.5E+7 2nd_city 1e", "Number:0x1F Number:0b01 Number:1.5 Number:.5 Number:1e3 Number:1e-3 Number:1.5E+7 Word:2nd_city Word:1e")]
    [InlineData("x'41' N'a' _utf8mb4'b'", "Word:x String:'41' Word:N String:'a' Word:_utf8mb4 String:'b'")]
    [InlineData("Žižkov größe$1", "Word:Žižkov Word:größe$1")]
    [InlineData("'open", "Unterminated:'open")]
    [InlineData("'open\\", "Unterminated:'open\\")]
    [InlineData("`open", "Unterminated:`open")]
    [InlineData("/* open", "Unterminated:/* open")]
    [InlineData("/*!", "Unterminated:/*!")]
    public void Text_IsCutLikeTheServerDoes(string sql, string expected)
    {
        var found = new List<string>();
        var lexer = new SqlLexer(sql);
        while (lexer.TryRead(out SqlToken token))
        {
            if (token.Kind is not SqlTokenKind.Whitespace)
                found.Add($"{token.Kind}:{token.In(sql)}");
        }

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void AnyText_IsCoveredFromEndToEnd()
    {
        const string Alphabet = "'\"`\\@#-/*!+M;:=?.0x9eE aZ_$ \n\t\0\u007Fé\uD83D";
        var random = new Random(20061);
        for (int round = 0; round < 20_000; round++)
        {
            string sql = string.Create(random.Next(40), random, static (span, source) =>
            {
                foreach (ref char letter in span)
                    letter = Alphabet[source.Next(Alphabet.Length)];
            });
            int position = 0;
            var lexer = new SqlLexer(sql);
            while (lexer.TryRead(out SqlToken token))
            {
                Assert.True(token.Start == position && token.Length > 0, $"Token {token} in {sql}");
                position = token.End;
            }

            Assert.Equal(sql.Length, position);
        }
    }
}
