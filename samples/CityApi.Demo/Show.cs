using System.Diagnostics;

namespace CityApi.Demo;

/// <summary>The plot: requests run, the server dies and comes back, nobody in the audience notices.</summary>
internal static class Show
{
    private const int AnswersPerScene = 500;
    private static readonly TimeSpan DownTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SceneTimeout = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Stage stage, CancellationToken cancellationToken)
    {
        using var audience = new Audience(stage.Page);
        await PlayAsync("sending requests", () => audience.HearAsync(AnswersPerScene, cancellationToken));
        Narrator.Say($"{audience.Visits.Count} requests answered; 4 callers go on asking.");

        var down = Stopwatch.StartNew();
        var processId = stage.Server.ProcessId;
        await PlayAsync("killing the server", () => stage.Server.KillAsync(cancellationToken));
        Narrator.Say($"MariaDB (process {processId}) killed with kill -9, in the middle of it.");

        await Task.Delay(DownTime, cancellationToken);
        await PlayAsync("starting the server again", () => stage.Server.StartAgainAsync(cancellationToken));
        Narrator.Say($"MariaDB started again (process {stage.Server.ProcessId}), {down.Elapsed.TotalSeconds:F1} s later.");

        await PlayAsync("sending requests after the restart", () => audience.HearAsync(AnswersPerScene, cancellationToken));
        await PlayAsync("waiting for the last answers", audience.LeaveAsync);
        Judge(audience.Visits, stage.App.Rehydrations);
    }

    private static async Task PlayAsync(string scene, Func<Task> play)
    {
        try
        {
            await play().WaitAsync(SceneTimeout);
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            throw new DemoFailedException($"{scene}: {exception.Message}");
        }
    }

    private static void Judge(IReadOnlyCollection<Visit> visits, IReadOnlyCollection<Rehydration> rehydrations)
    {
        var failures = visits.Where(static visit => visit.Failure is not null).ToList();
        var slowest = visits.Max(static visit => visit.Duration);
        Narrator.Say($"{visits.Count} requests, {failures.Count} failed; the slowest took {slowest.TotalSeconds:F1} s: it waited for the server.");
        foreach (var (oldThread, newThread) in rehydrations)
            Narrator.Say($"Session rehydrated: server thread {oldThread} -> {newThread}");

        if (failures is [var first, ..])
            throw new DemoFailedException($"{failures.Count} of {visits.Count} requests failed, the first with: {first.Failure}");
        if (slowest < DownTime)
            throw new DemoFailedException("no request was under way while the server was down.");
        if (rehydrations.Count == 0)
            throw new DemoFailedException("CityApi's log tells of no rehydrated session.");
    }
}
