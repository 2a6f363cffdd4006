using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Statements;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Statement classifier", "What a text does: read anew, and found among those that were read before.")]
public class ClassifierBenchmarks
{
    [Benchmark(Description = "query by key, read")]
    public bool SelectRead() => StatementClassifier.Classify(Texts.Select, ServerDialects.MySql9).MayRunTwice;

    [Benchmark(Description = "query by key, known")]
    public bool SelectKnown() => StatementCache.Classify(Texts.Select, ServerDialects.MySql9).MayRunTwice;

    [Benchmark(Description = "join, read")]
    public bool JoinRead() => StatementClassifier.Classify(Texts.Join, ServerDialects.MySql9).MayRunTwice;

    [Benchmark(Description = "join, known")]
    public bool JoinKnown() => StatementCache.Classify(Texts.Join, ServerDialects.MySql9).MayRunTwice;

    [Benchmark(Description = "INSERT of 100 rows, read")]
    public bool InsertRead() => StatementClassifier.Classify(Texts.Insert, ServerDialects.MySql9).MayRunTwice;

    [Benchmark(Description = "INSERT of 100 rows, known")]
    public bool InsertKnown() => StatementCache.Classify(Texts.Insert, ServerDialects.MySql9).MayRunTwice;
}
