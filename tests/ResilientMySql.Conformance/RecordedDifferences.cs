using System.Runtime.CompilerServices;
using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance;

/// <summary>
/// Both transcripts of each case that differs on purpose, merged, in <c>Differences/</c>: one file a case, or one a case and
/// server where the servers differ. <c>RESILIENTMYSQL_PRINT=1</c> writes them anew.
/// </summary>
internal static class RecordedDifferences
{
    private static readonly Lock Writing = new();

    public static IEnumerable<string> CasesWithRecords => System.IO.Directory.EnumerateFiles(Directory(), "*.txt")
        .Select(static path => Path.GetFileNameWithoutExtension(path))
        .Select(static name => Enum.GetNames<ServerEngine>().Aggregate(name, static (rest, engine) => rest.Replace("." + engine, "", StringComparison.Ordinal)))
        .Distinct();

    public static void Check(ConformanceCase found, ServerEngine engine, CallMode mode, Comparison comparison)
    {
        Assert.False(comparison.IsEqual, $"{found.Name} does not differ any more: remove its [Differs] and, if nothing needs it, the row.");
        string shared = Path.Combine(Directory(), $"{found.Name}.txt");
        string special = Path.Combine(Directory(), $"{found.Name}.{engine}.txt");
        if (Environment.GetEnvironmentVariable("RESILIENTMYSQL_PRINT") == "1")
            Write(shared, special, comparison.Recorded);

        string path = File.Exists(special) ? special : shared;
        Assert.True(File.Exists(path), $"{found.Name}, {mode}: not recorded yet\n{comparison.Explained}");
        Assert.Equal(File.ReadAllText(path), comparison.Recorded);
    }

    /// <summary>The first server's record is shared until another one's differs.</summary>
    private static void Write(string shared, string special, string recorded)
    {
        lock (Writing)
        {
            bool fits = !File.Exists(shared) || File.ReadAllText(shared) == recorded;
            File.WriteAllText(fits ? shared : special, recorded);
        }
    }

    private static string Directory([CallerFilePath] string path = "") =>
        System.IO.Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, "Differences")).FullName;
}
