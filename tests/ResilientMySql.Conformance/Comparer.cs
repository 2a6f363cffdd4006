extern alias driver;
extern alias resilient;

using System.Collections.Concurrent;
using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance;

/// <summary>Runs a case in both libraries and both modes at once, once for all tests that want to know.</summary>
public abstract class Comparer(ServerEngine engine) : Lanes(engine)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Comparison[]>>> _done = new();

    public async Task<Comparison> CompareAsync(string name, CallMode mode)
    {
        Comparison[] both = await _done.GetOrAdd(name, key => new(() => CompareAsync(key))).Value;
        return both[(int)mode];
    }

    private Task<Comparison[]> CompareAsync(string name)
    {
        ConformanceCase theirs = driver::ResilientMySql.Conformance.Cases.CaseList.All[name];
        ConformanceCase ours = resilient::ResilientMySql.Conformance.Cases.CaseList.All[name];
        return Task.WhenAll(CompareAsync(theirs, ours, CallMode.Sync), CompareAsync(theirs, ours, CallMode.Async));
    }

    private async Task<Comparison> CompareAsync(ConformanceCase theirs, ConformanceCase ours, CallMode mode)
    {
        Transcript[] both = await Task.WhenAll(RunAsync(theirs, mode), RunAsync(ours, mode));
        return new Comparison(both[0].Lines, both[1].Lines);
    }
}
