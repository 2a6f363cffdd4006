using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks;

/// <summary>What a run is to be like.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>The servers that were asked for; null for the benchmark's own choice.</summary>
    public IReadOnlyList<ServerEngine>? NamedEngines { get; init; }

    /// <summary>On which servers, one after the other, where the benchmark's choice is all of them.</summary>
    public IReadOnlyList<ServerEngine> Engines => NamedEngines ?? Enum.GetValues<ServerEngine>();

    /// <summary>Whether a rough answer in a minute or two is enough.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Whether an aim that is missed fails the run.</summary>
    public bool Asserts { get; init; }

    /// <summary>How many rounds; null for the benchmark's own choice.</summary>
    public int? Rounds { get; init; }

    /// <summary>The directory of the documents; null for docs/benchmarks, and for artifacts/benchmarks where it was quick.</summary>
    public string? Output { get; init; }
}
