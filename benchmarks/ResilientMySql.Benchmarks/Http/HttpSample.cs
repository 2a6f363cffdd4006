using ResilientMySql.Benchmarks.Http.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>What came out of one contender's turn.</summary>
internal sealed record HttpSample
{
    public required WrkReport Load { get; init; }

    /// <summary>What the application used of the processor.</summary>
    public required TimeSpan AppCpu { get; init; }

    /// <summary>What the database server used; null where it is not ours.</summary>
    public TimeSpan? ServerCpu { get; init; }

    /// <summary>What the application allocated on the managed heap; null where it has none.</summary>
    public long? Bytes { get; init; }

    /// <summary>What the database server counted.</summary>
    public CommandCounts Commands { get; init; } = CommandCounts.None;

    /// <summary>In microseconds.</summary>
    public double AppCpuPerRequest => AppCpu.TotalMicroseconds / Load.Requests;

    /// <summary>In microseconds.</summary>
    public double? ServerCpuPerRequest => ServerCpu?.TotalMicroseconds / Load.Requests;

    /// <summary>Of application and server together, in microseconds.</summary>
    public double? CpuPerRequest => AppCpuPerRequest + ServerCpuPerRequest;

    public double? BytesPerRequest => Bytes / (double)Load.Requests;
}
