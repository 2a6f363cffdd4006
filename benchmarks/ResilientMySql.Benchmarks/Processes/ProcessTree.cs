namespace ResilientMySql.Benchmarks.Processes;

/// <summary>What a process and all that it has started use, as Linux tells it in <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>Their time on the processor since they began, to the hundredth of a second each.</summary>
    public static TimeSpan CpuOf(int processId) => CpuOf(processId, ReadAll());

    /// <inheritdoc cref="CpuOf(int)"/>
    /// <param name="processId">The process.</param>
    /// <param name="all">All that run, in any order.</param>
    public static TimeSpan CpuOf(int processId, IEnumerable<ProcessStat> all)
    {
        ProcessStat[] processes = [.. all];
        ILookup<int, ProcessStat> children = processes.ToLookup(static process => process.Parent);
        return TimeSpan.FromTicks(Below(processes.Single(process => process.Id == processId)).Sum(static process => process.Cpu.Ticks));

        IEnumerable<ProcessStat> Below(ProcessStat process) => children[process.Id].SelectMany(Below).Prepend(process);
    }

    private static IEnumerable<ProcessStat> ReadAll()
    {
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (char.IsAsciiDigit(Path.GetFileName(directory)[0]) && Read(directory) is { } text)
                yield return ProcessStat.Parse(text);
        }
    }

    private static string? Read(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "stat"));
        }
        catch (IOException)
        {
            return null; // it has just ended
        }
    }
}
