using System.Globalization;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>What a contender's process says of one turn: everything but the times of one call is of all callers together.</summary>
internal sealed record WireSample
{
    public required long Calls { get; init; }

    /// <summary>From the first caller's start to the last one's end.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>What the process used of the processor meanwhile: all its threads, in user and kernel mode.</summary>
    public required TimeSpan Cpu { get; init; }

    /// <summary>What of <see cref="Cpu"/> the kernel had.</summary>
    public required TimeSpan Kernel { get; init; }

    public required TimeSpan P50 { get; init; }

    public required TimeSpan Mean { get; init; }

    /// <summary>Allocated on the managed heap, on all threads; 0 for a process that has none.</summary>
    public long Bytes { get; init; }

    /// <summary>Collections of that heap, of whichever generation.</summary>
    public int Collections { get; init; }

    /// <summary>How many methods were compiled meanwhile: their time is in <see cref="Cpu"/>.</summary>
    public int Compiled { get; init; }

    public double CpuPerCall => Cpu.TotalMicroseconds / Math.Max(1, Calls);

    public double KernelPerCall => Kernel.TotalMicroseconds / Math.Max(1, Calls);

    public double CallsPerSecond => Calls / Wall.TotalSeconds;

    public double BytesPerCall => Bytes / (double)Math.Max(1, Calls);

    /// <summary>As a line, times in nanoseconds; the program in C ends it after the sixth figure.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Calls} {Of(Wall)} {Of(Cpu)} {Of(Kernel)} {Of(P50)} {Of(Mean)} {Bytes} {Collections} {Compiled}");

    /// <exception cref="FormatException">It is no such line.</exception>
    public static WireSample Parse(string line)
    {
        long[] figures = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static figure => long.Parse(figure, CultureInfo.InvariantCulture))];
        return figures is [var calls, var wall, var cpu, var kernel, var p50, var mean, .. var managed]
            ? new WireSample
            {
                Calls = calls,
                Wall = From(wall),
                Cpu = From(cpu),
                Kernel = From(kernel),
                P50 = From(p50),
                Mean = From(mean),
                Bytes = managed is [var bytes, ..] ? bytes : 0,
                Collections = managed is [_, var collections, ..] ? (int)collections : 0,
                Compiled = managed is [_, _, var compiled] ? (int)compiled : 0,
            }
            : throw new FormatException($"No sample: {line}");
    }

    private static long Of(TimeSpan time) => (long)time.TotalNanoseconds;

    private static TimeSpan From(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
