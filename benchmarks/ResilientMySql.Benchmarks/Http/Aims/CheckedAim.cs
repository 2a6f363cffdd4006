namespace ResilientMySql.Benchmarks.Http.Aims;

/// <summary>Something that is aimed at, and what came out.</summary>
/// <param name="Where">Under which conditions.</param>
/// <param name="Aim">What is aimed at.</param>
/// <param name="Measured">What came out.</param>
/// <param name="IsReached">Whether that is good enough.</param>
internal sealed record CheckedAim(string Where, string Aim, string Measured, bool IsReached)
{
    public override string ToString() => $"{Where}: {Measured}; the aim is {Aim}";
}
