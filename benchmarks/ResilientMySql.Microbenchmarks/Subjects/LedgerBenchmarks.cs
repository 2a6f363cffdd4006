using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Ledger", "What is noted of a statement that has run, and what is asked of the notes when a session comes back.")]
public class LedgerBenchmarks
{
    private const string Setting = "SET SESSION sql_select_limit = 100";

    private readonly SessionLedger _clean = new();
    private readonly SessionLedger _brief = new();
    private readonly SessionLedger _full = new();

    [GlobalSetup]
    public void Fill()
    {
        for (int i = 0; i < 20; i++)
            _full.Note(StatementKind.SetSession, $"SET @v{i} = {i}");
    }

    [Benchmark(Description = "a read is noted")]
    public bool Read()
    {
        _clean.Note(StatementKind.Read, "SELECT 1");
        return _clean.IsClean;
    }

    [Benchmark(Description = "a SET is noted, and forgotten")]
    public bool Set()
    {
        _brief.Note(StatementKind.SetSession, Setting);
        _brief.Clear();
        return _brief.IsClean;
    }

    [Benchmark(Description = "the same SET again, behind 20 others")]
    public bool SetAgain()
    {
        _full.Note(StatementKind.SetSession, Setting);
        return _full.IsClean;
    }

    [Benchmark(Description = "whether a clean one keeps what texts mean")]
    public bool Meaning() => _clean.KeepsMeanings;
}
