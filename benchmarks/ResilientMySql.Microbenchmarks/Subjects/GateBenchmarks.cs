using BenchmarkDotNet.Attributes;
using ResilientMySql.Gate;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Gate", "What each call goes through and out of again, and what is noted of the transaction.")]
public class GateBenchmarks
{
    private readonly SessionGate _gate = new();
    private readonly TransactionGuard _transaction = new();

    [Benchmark(Description = "call starts and ends")]
    public int Call()
    {
        _gate.Enter();
        return (int)_gate.Move(GateEvent.CallEnds);
    }

    [Benchmark(Description = "call starts, reader is opened and closed")]
    public int CallAndReader()
    {
        _gate.Enter();
        _gate.Move(GateEvent.CallEndsReading);
        return (int)_gate.Move(GateEvent.ReaderCloses);
    }

    [Benchmark(Description = "a read is noted, no transaction open")]
    public bool Read()
    {
        _transaction.Move(TransactionEvent.QueryRan);
        return _transaction.IsOpen;
    }

    [Benchmark(Description = "a transaction begins and ends")]
    public bool Transaction()
    {
        _transaction.Move(TransactionEvent.ObjectBegun);
        _transaction.Move(TransactionEvent.ObjectEnded);
        return _transaction.IsOpen;
    }
}
