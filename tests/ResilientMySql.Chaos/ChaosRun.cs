using ResilientMySql.Chaos.Reports;

namespace ResilientMySql.Chaos;

/// <summary>One run of one subject, on all its servers at once.</summary>
internal static class ChaosRun
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(10);

    /// <param name="options">What it is to be like.</param>
    /// <param name="progress">Gets a line a server now and then; may be called from any thread.</param>
    /// <param name="cancellationToken">Ends it early, with a report on what was done by then.</param>
    public static async Task<IReadOnlyList<SoakReport>> RunAsync(
        ChaosOptions options, Action<string> progress, CancellationToken cancellationToken = default)
    {
        var soaks = new List<Soak>();
        try
        {
            foreach (var engine in options.Engines)
                soaks.Add(await Soak.PrepareAsync(options, engine));

            Task<SoakReport[]> reports = Task.WhenAll(soaks.Select(soak => soak.RunAsync(cancellationToken)));
            while (await Task.WhenAny(reports, Task.Delay(ProgressInterval, CancellationToken.None)) != reports)
                soaks.ForEach(soak => progress(soak.Progress));
            return await reports;
        }
        finally
        {
            foreach (Soak soak in soaks)
                await soak.DisposeAsync();
        }
    }
}
