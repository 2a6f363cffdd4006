using BenchmarkDotNet.Attributes;
using ResilientMySql.Failures;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Statements;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Verdict table", "What is done about a failed call; no healthy call asks.")]
public class VerdictBenchmarks
{
    private static readonly StatementEffects Read = new(StatementKind.Read);
    private static readonly StatementEffects Write = new(StatementKind.Write);

    [Benchmark(Description = "a write that the server has answered: the first row")]
    public int Answered() => (int)VerdictTable.Decide(Situation.Plain, Evidence.Answered, Write, reruns: 0);

    [Benchmark(Description = "a read in a transaction that is lost")]
    public int TransactionLost() => (int)VerdictTable.Decide(Situation.InTransaction, Evidence.Unknown, Read, reruns: 0);

    [Benchmark(Description = "a write of unknown outcome: the last row")]
    public int OutcomeUnknown() => (int)VerdictTable.Decide(Situation.Plain, Evidence.Unknown, Write, reruns: 0);
}
