using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using MySqlConnector;

namespace ResilientMySql.Benchmarks.Reports;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>Processor, system and the versions of what runs, without anything that names the machine.</summary>
    public static string Description =>
        $"{Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "core" : "cores")} ({Processor}), {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}, "
        + $"{RuntimeInformation.FrameworkDescription}, ResilientMySql {VersionOf(typeof(ResilientMySqlConnection))}, MySqlConnector {VersionOf(typeof(MySqlConnection))}";

    /// <summary>How busy it was over the last minute, five and fifteen; on Linux only.</summary>
    public static string LoadAverage => ReadFirst("/proc/loadavg", static line => true) is { } line ? string.Join(' ', line.Split(' ').Take(3)) : "unknown";

    /// <summary>The version of the library that a type is in.</summary>
    public static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? type.Assembly.GetName().Version?.ToString(3)
        ?? string.Create(CultureInfo.InvariantCulture, $"of {type.Assembly.GetName().Name}");

    private static string Processor =>
        ReadFirst("/proc/cpuinfo", static line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : "of an unknown model";

    private static string? ReadFirst(string path, Func<string, bool> isWanted) =>
        File.Exists(path) ? File.ReadLines(path).FirstOrDefault(isWanted) : null;
}
