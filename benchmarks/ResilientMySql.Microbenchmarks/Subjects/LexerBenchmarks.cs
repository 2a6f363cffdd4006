using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Statements;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Lexer", "Texts of 100,000 characters cut into tokens; a character counts as a byte.", Characters = Texts.LongLength)]
public class LexerBenchmarks
{
    [Benchmark(Description = "queries")]
    public int Queries() => TokensOf(Texts.Queries);

    [Benchmark(Description = "literals with escapes")]
    public int Literals() => TokensOf(Texts.Literals);

    [Benchmark(Description = "one long literal")]
    public int LongLiteral() => TokensOf(Texts.LongLiteral);

    private static int TokensOf(string sql)
    {
        var lexer = new SqlLexer(sql);
        int tokens = 0;
        while (lexer.TryRead(out _))
            tokens++;

        return tokens;
    }
}
