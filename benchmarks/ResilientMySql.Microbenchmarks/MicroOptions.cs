using ResilientMySql.Benchmarks;
using ResilientMySql.TestServers;

namespace ResilientMySql.Microbenchmarks;

/// <summary>What a run of the micro benchmarks is to be like.</summary>
/// <param name="Run">What it has in common with the other benchmarks.</param>
/// <param name="Engine">On which server.</param>
/// <param name="Filter">Which benchmarks, as a pattern for the full names of their methods.</param>
internal sealed record MicroOptions(BenchmarkOptions Run, ServerEngine Engine, string Filter);
