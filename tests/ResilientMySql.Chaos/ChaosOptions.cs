using ResilientMySql.Chaos.Subjects;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos;

/// <summary>What a run is to be like.</summary>
internal sealed record ChaosOptions
{
    /// <summary>How long workers work and faults strike.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Decides which faults come in which order, and what each worker does.</summary>
    public required int Seed { get; init; }

    /// <summary>On which servers; on all at the same time.</summary>
    public IReadOnlyList<ServerEngine> Engines { get; init; } = Enum.GetValues<ServerEngine>();

    public SubjectName Subject { get; init; }

    /// <summary>How generated statements run: past the driver, through it, or each worker that has them twice, in both ways.</summary>
    public IReadOnlyList<WireMode> Wires { get; init; } = Enum.GetValues<WireMode>();

    /// <summary>Whether three subjects take their turn, for the table in the documentation.</summary>
    public bool Compares { get; init; }

    /// <summary>Whether one violation is enough.</summary>
    public bool StopsAtFirstViolation { get; init; }
}
