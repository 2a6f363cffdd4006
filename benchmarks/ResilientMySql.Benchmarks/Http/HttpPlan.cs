namespace ResilientMySql.Benchmarks.Http;

/// <summary>How long is measured.</summary>
internal sealed record HttpPlan
{
    /// <summary>How long a turn is: wrk knows no shorter time.</summary>
    public static TimeSpan Turn { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How often every contender gets its turn.</summary>
    public required int Rounds { get; init; }

    /// <summary>How many callers there are at once, with an index on the cities' names.</summary>
    public required IReadOnlyList<int> Callers { get; init; }

    /// <summary>The same without that index.</summary>
    public required IReadOnlyList<int> CallersWithoutIndex { get; init; }

    /// <summary>How long each application answers before anything is measured; whole seconds.</summary>
    public required TimeSpan WarmUp { get; init; }

    public static HttpPlan Of(BenchmarkOptions options) => options.IsQuick
        ? new HttpPlan { Rounds = options.Rounds ?? 2, Callers = [1, 16], CallersWithoutIndex = [], WarmUp = TimeSpan.FromSeconds(1) }
        : new HttpPlan { Rounds = options.Rounds ?? 7, Callers = [1, 4, 8, 16], CallersWithoutIndex = [1, 16], WarmUp = TimeSpan.FromSeconds(3) };

    public override string ToString() => FormattableString.Invariant($"{Rounds} rounds of {Turn.TotalSeconds:0} s after {WarmUp.TotalSeconds:0} s of warming up");
}
