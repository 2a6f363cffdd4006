namespace ResilientMySql.Chaos.Faults;

/// <summary>One fault of a plan.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Pause">How long nothing is done before it.</param>
/// <param name="Duration">How long it lasts, where it lasts.</param>
/// <param name="Skip">How many requests pass before it strikes, where it strikes requests.</param>
/// <param name="Times">How many requests it strikes, 1 or more.</param>
/// <param name="Choice">Which one of several, or which way, in [0, 1).</param>
internal sealed record PlannedFault(FaultKind Kind, TimeSpan Pause, TimeSpan Duration, int Skip, int Times, double Choice);
