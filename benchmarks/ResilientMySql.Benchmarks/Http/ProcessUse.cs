using System.Globalization;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>What an application's process has used, since it began or between two readings.</summary>
internal readonly record struct ProcessUse(long Requests, TimeSpan Cpu, long Bytes, long Collections)
{
    public double CpuPerRequest => Cpu.TotalMicroseconds / Math.Max(1, Requests);

    public double BytesPerRequest => Bytes / (double)Math.Max(1, Requests);

    public static ProcessUse operator -(ProcessUse later, ProcessUse earlier) => new(
        later.Requests - earlier.Requests, later.Cpu - earlier.Cpu, later.Bytes - earlier.Bytes, later.Collections - earlier.Collections);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests} {Cpu.Ticks} {Bytes} {Collections}");

    /// <exception cref="FormatException">It is no such text.</exception>
    public static ProcessUse Parse(string text) =>
        text.Split(' ').Select(static figure => long.Parse(figure, CultureInfo.InvariantCulture)).ToArray() is [var requests, var cpu, var bytes, var collections]
            ? new ProcessUse(requests, TimeSpan.FromTicks(cpu), bytes, collections)
            : throw new FormatException($"No use of a process: {text}");
}
