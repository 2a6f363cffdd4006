using System.Diagnostics;
using System.Runtime;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>What this process has used so far.</summary>
internal readonly record struct Counters(long Timestamp, Environment.ProcessCpuUsage Cpu, long Bytes, int Collections, long Compiled)
{
    public static Counters Now() => new(
        Stopwatch.GetTimestamp(), Environment.CpuUsage, GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0),
        JitInfo.GetCompiledMethodCount());

    /// <summary>What a turn has used that began here.</summary>
    public WireSample Until(Counters end, IReadOnlyList<Turn> turns)
    {
        long calls = turns.Sum(static turn => (long)turn.Calls);
        return new WireSample
        {
            Calls = calls,
            Wall = Stopwatch.GetElapsedTime(Timestamp, end.Timestamp),
            Cpu = end.Cpu.TotalTime - Cpu.TotalTime,
            Kernel = end.Cpu.PrivilegedTime - Cpu.PrivilegedTime,
            P50 = Stopwatch.GetElapsedTime(0, MedianOf(turns)),
            Mean = Stopwatch.GetElapsedTime(0, turns.Sum(static turn => turn.Spent) / Math.Max(1, calls)),
            Bytes = end.Bytes - Bytes,
            Collections = end.Collections - Collections,
            Compiled = (int)(end.Compiled - Compiled),
        };
    }

    private static long MedianOf(IReadOnlyList<Turn> turns)
    {
        var all = new List<long>();
        foreach (Turn turn in turns)
            all.AddRange(turn.Latencies);

        all.Sort();
        return all.Count == 0 ? 0 : all[all.Count / 2];
    }
}
