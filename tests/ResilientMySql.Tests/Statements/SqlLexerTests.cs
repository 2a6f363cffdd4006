using System.Diagnostics;
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
    [InlineData("/*! '*/' */ 1", "ExecutableComment:/*! '*/' */ Number:1")]
    [InlineData("/*!50000 a /* b */ c */ 1", "ExecutableComment:/*!50000 a /* b */ c */ Number:1")]
    [InlineData("/*! a /*! b */ c */ 1", "ExecutableComment:/*! a /*! b */ c */ Number:1")]
    [InlineData("/*M!100100 `*/` \"*/\" */ 1", "ExecutableComment:/*M!100100 `*/` \"*/\" */ Number:1")]
    [InlineData("/*! -- */\n*/ 1", "ExecutableComment:/*! -- */\n*/ Number:1")]
    [InlineData("/*! ' */", "Unterminated:/*! ' */")]
    [InlineData("/* a /* b */ c", "Comment:/* a /* b */ Word:c")]
    [InlineData("/* ' */ c", "Comment:/* ' */ Word:c")]
    [InlineData("/**/ /*/ */ 1", "Comment:/**/ Comment:/*/ */ Number:1")]
    [InlineData("/*+ BKA(`t`) SET_VAR(a='b') */ 1", "Hint:/*+ BKA(`t`) SET_VAR(a='b') */ Number:1")]
    [InlineData("/*+ BKA(`*/ 1", "ExecutableComment:/*+ BKA(`*/ Number:1")]
    [InlineData("t.1e5 t.0x1 a.b.2c 1.5 t .5", "Word:t Symbol:. Word:1e5 Word:t Symbol:. Word:0x1 Word:a Symbol:. Word:b Symbol:. Word:2c Number:1.5 Word:t Number:.5")]
    [InlineData("`t`.1e5 t.* t.`a`", "QuotedIdentifier:`t` Number:.1e5 Word:t Symbol:. Symbol:* Word:t Symbol:. QuotedIdentifier:`a`")]
    [InlineData("j->'$.a' j->>'$.b'", "Word:j Symbol:- Symbol:> String:'$.a' Word:j Symbol:- Symbol:> Symbol:> String:'$.b'")]
    [InlineData("\\N \\n", "Word:\\N Symbol:\\ Word:n")]
    [InlineData("@@global.x @@`x` @@session.`x`", "SystemVariable:@@global.x SystemVariable:@@ QuotedIdentifier:`x` SystemVariable:@@session. QuotedIdentifier:`x`")]
    [InlineData("_utf8mb4'a' b'01' X'4D' N\"a\"", "Word:_utf8mb4 String:'a' Word:b String:'01' Word:X String:'4D' Word:N DoubleQuoted:\"a\"")]
    [InlineData("0X1 0xG 0b2 0bad 0x", "Word:0X1 Word:0xG Word:0b2 Word:0bad Word:0x")]
    [InlineData("1e5sum 1.5e 1e+ 1..5", "Number:1e5 Word:sum Number:1.5 Word:e Word:1e Symbol:+ Number:1. Number:.5")]
    public void Text_IsCutLikeTheServerDoes(string sql, string expected) => Assert.Equal(expected, Cut(sql, LexicalMode.None));

    [Theory]
    [InlineData(LexicalMode.None, @"'a\', 'b'", @"String:'a\', ' Word:b Unterminated:'")]
    [InlineData(LexicalMode.NoBackslashEscapes, @"'a\', 'b'", @"String:'a\' Symbol:, String:'b'")]
    [InlineData(LexicalMode.NoBackslashEscapes, @"""a\"" `a\` 'it''s' @'\'", @"DoubleQuoted:""a\"" QuotedIdentifier:`a\` String:'it''s' AtName:@'\'")]
    [InlineData(LexicalMode.AnsiQuotes, @"""a""""b"" 'c\'' @""\""", @"QuotedIdentifier:""a""""b"" String:'c\'' AtName:@""\""")]
    [InlineData(LexicalMode.AnsiQuotes, @"""a\"", 'b'", @"QuotedIdentifier:""a\"" Symbol:, String:'b'")]
    [InlineData(LexicalMode.AnsiQuotes | LexicalMode.NoBackslashEscapes, @"""a\"" '\' /*! ""*/"" '\' */", @"QuotedIdentifier:""a\"" String:'\' ExecutableComment:/*! ""*/"" '\' */")]
    public void Mode_ChangesWhatQuotesMean(object mode, string sql, string expected) => Assert.Equal(expected, Cut(sql, (LexicalMode)mode));

    [Theory]
    [InlineData(LexicalMode.None)]
    [InlineData(LexicalMode.NoBackslashEscapes)]
    [InlineData(LexicalMode.AnsiQuotes)]
    [InlineData(LexicalMode.NoBackslashEscapes | LexicalMode.AnsiQuotes)]
    public void AnyText_IsCoveredFromEndToEnd(object mode)
    {
        var random = new Random(20061);
        for (int round = 0; round < 50_000; round++)
        {
            string sql = Soup(random, random.Next(60));
            int position = 0;
            var lexer = new SqlLexer(sql, (LexicalMode)mode);
            while (lexer.TryRead(out SqlToken token))
            {
                Assert.True(token.Start == position && token.Length > 0, $"Token {token} in {sql}");
                position = token.End;
            }

            Assert.Equal(sql.Length, position);
        }
    }

    /// <summary>What costs a lexer its linearity: openings that are never closed, each making it look to the end.</summary>
    [Theory]
    [InlineData("'")]
    [InlineData("/*")]
    [InlineData("/*!")]
    [InlineData("/*M! ")]
    [InlineData("/*+`*/")]
    [InlineData("/*+ '*/ /*+ \"*/ ")]
    [InlineData("/*! /* ")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("@")]
    [InlineData("@'")]
    [InlineData("1.")]
    [InlineData("0x")]
    [InlineData("1e+")]
    [InlineData("a.1")]
    [InlineData("\\'")]
    [InlineData(null)]
    public void LongText_TakesLinearTime(string? pattern)
    {
        string text = pattern is null ? Soup(new Random(7), 160_000) : string.Concat(Enumerable.Repeat(pattern, 160_000 / pattern.Length));
        foreach (LexicalMode mode in (LexicalMode[])[LexicalMode.None, LexicalMode.NoBackslashEscapes | LexicalMode.AnsiQuotes])
        {
            // Eight times the text: 8 if linear, 64 if quadratic, every time. A busy machine may be to blame once or twice.
            bool isLinear = Enumerable.Range(0, 5).Any(_ =>
                LeastTime(text, mode) < (24 * LeastTime(text[..(text.Length / 8)], mode)) + TimeSpan.FromMilliseconds(1));

            Assert.True(isLinear, $"Eight times the text took more than 24 times as long, in {mode}.");
        }
    }

    [Fact]
    public void Lexing_AllocatesNothing()
    {
        const string Sql = "SELECT /*! 'a' */ @v, @@x.y, t.1e5, 0x1F, \"b\" -- end";
        Read(Sql, LexicalMode.None);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Read(Sql, LexicalMode.None);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Cut(string sql, LexicalMode mode)
    {
        var found = new List<string>();
        var lexer = new SqlLexer(sql, mode);
        while (lexer.TryRead(out SqlToken token))
        {
            if (token.Kind is not SqlTokenKind.Whitespace)
                found.Add($"{token.Kind}:{token.In(sql)}");
        }

        return string.Join(' ', found);
    }

    private static string Soup(Random random, int length) => string.Create(length, random, static (span, source) =>
    {
        const string Alphabet = "'\"`\\@#-/*!+M;:=?.0x9eE aZ_$N \n\t\0\u007Fé\uD83D";
        foreach (ref char letter in span)
            letter = Alphabet[source.Next(Alphabet.Length)];
    });

    /// <summary>Of several: whatever else the machine does can only add to one.</summary>
    private static TimeSpan LeastTime(string sql, LexicalMode mode)
    {
        TimeSpan least = TimeSpan.MaxValue;
        for (int round = 0; round < 9; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Read(sql, mode);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            least = time < least ? time : least;
        }

        return least;
    }

    private static void Read(string sql, LexicalMode mode)
    {
        var lexer = new SqlLexer(sql, mode);
        while (lexer.TryRead(out _))
        {
        }
    }
}
