using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Statements;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Growth: classified statements", """
    So many different texts in turn. Effects are remembered of the first texts, up to a bound; those that come later are read
    each time.
    """)]
public class ClassifierGrowthBenchmarks
{
    private string[] _texts = [];
    private int _next;

    [Params(1, 100, 10_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Write() => _texts = [.. Enumerable.Range(0, Statements).Select(Texts.Distinct)];

    [Benchmark(Description = "classify")]
    public bool Classify() => StatementCache.Classify(_texts[_next++ % _texts.Length], ServerDialects.MySql9).MayRunTwice;
}
