using System.Globalization;

namespace ResilientMySql.Benchmarks.Processes;

/// <summary>What <c>/proc/PID/stat</c> says of a process (proc(5)).</summary>
internal readonly record struct ProcessStat(int Id, int Parent, TimeSpan Cpu)
{
    private const int TicksPerSecond = 100; // USER_HZ, on every architecture that .NET runs on

    public static ProcessStat Parse(string text)
    {
        // The name, in parentheses, may hold anything. Counted from what follows it: state, parent, … user time, system time.
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        long ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return new ProcessStat(
            int.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture),
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds((double)ticks / TicksPerSecond));
    }
}
