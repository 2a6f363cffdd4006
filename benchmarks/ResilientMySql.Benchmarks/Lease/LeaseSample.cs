namespace ResilientMySql.Benchmarks.Lease;

/// <summary>What one batch of an operation took, for each of its operations.</summary>
internal readonly record struct LeaseSample(double Nanoseconds, double Bytes);
