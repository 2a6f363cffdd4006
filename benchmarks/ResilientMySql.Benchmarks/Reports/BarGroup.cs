namespace ResilientMySql.Benchmarks.Reports;

/// <summary>Bars side by side in a <see cref="BarChart"/>.</summary>
/// <param name="Name">What stands beside them.</param>
/// <param name="Values">One for each series, 0 or more.</param>
internal sealed record BarGroup(string Name, IReadOnlyList<double> Values);
