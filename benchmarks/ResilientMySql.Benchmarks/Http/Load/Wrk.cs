using System.Diagnostics;
using System.Globalization;
using ResilientMySql.Benchmarks.Http.Apps;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Http.Load;

/// <summary>The load: wrk, which asks for one city after the other on connections that it keeps open.</summary>
internal sealed class Wrk(IEnumerable<City> cities)
{
    private const int MostThreads = 2;

    private static readonly string Script = Path.Combine(Document.Root, "benchmarks", "http", "cities.lua");

    private readonly string[] _paths = [.. cities.Select(AppProcess.PathOf)];

    /// <summary>Asks with so many callers at once, each again as soon as it was answered.</summary>
    /// <param name="duration">Whole seconds: wrk knows no shorter time.</param>
    /// <exception cref="InvalidOperationException">The application answered none.</exception>
    public async Task<WrkReport> RunAsync(AppProcess app, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("wrk", [
            $"-t{Math.Min(callers, MostThreads)}", $"-c{callers}", string.Create(CultureInfo.InvariantCulture, $"-d{duration.TotalSeconds:0}s"), "-s", Script,
            $"http://127.0.0.1:{app.Port}", "--", .. _paths,
        ])
        { RedirectStandardOutput = true };
        using Process wrk = Process.Start(start)!;
        try
        {
            var report = WrkReport.Parse(await wrk.StandardOutput.ReadToEndAsync(cancellationToken));
            return report.Requests > 0 ? report : throw new InvalidOperationException(
                $"{HttpContenders.NameOf(app.Contender)} has answered no request, and failed {report.Failures}. It wrote last: {app.LastLine}");
        }
        finally
        {
            wrk.Kill(); // where it still runs: nobody waits for it
        }
    }
}
