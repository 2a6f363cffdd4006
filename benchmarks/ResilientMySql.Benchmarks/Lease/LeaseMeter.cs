using System.Diagnostics;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary>Runs operations in batches that take about the same time each.</summary>
internal sealed class LeaseMeter(LeaseOperations operations)
{
    private const int CountedOperations = 200;

    /// <summary>Lets an operation be compiled for good; how many of it make a batch.</summary>
    public int Calibrate(LeaseOperation operation, TimeSpan warmUp, TimeSpan batch)
    {
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        for (; Stopwatch.GetElapsedTime(start) < warmUp; done++)
            operations.Run(operation);

        return Math.Max(10, (int)(done * (batch / Stopwatch.GetElapsedTime(start))));
    }

    public LeaseSample Measure(LeaseOperation operation, int count)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            operations.Run(operation);

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return new LeaseSample(nanoseconds / count, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)count);
    }

    /// <summary>How many commands the server sees, for each operation. MariaDB counts a ping among the others' administration only.</summary>
    public async Task<double> CountCommandsAsync(LeaseOperation operation, CommandCounter counter)
    {
        CommandCounts before = await counter.ReadAsync();
        for (int i = 0; i < CountedOperations; i++)
            operations.Run(operation);

        CommandCounts counts = await counter.SinceAsync(before);
        return Math.Max(counts[CommandCounts.Commands], counts[CommandCounts.Administration]) / (double)CountedOperations;
    }
}
