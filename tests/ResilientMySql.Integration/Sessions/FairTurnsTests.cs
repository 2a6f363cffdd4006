using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Who gives a session back and asks again at once, goes to the end of the line.</summary>
[Collection(nameof(Timed))]
public sealed class FairTurnsTests(ITestOutputHelper output)
{
    private const int Callers = 64;
    private const int Share = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CallersThatComeAgain_DoNotOvertakeThoseThatWait(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=4;Connection Timeout=120");
        var queries = new SampleQueries(dataSource);
        var answers = new Tally();
        using var everybodyIsHere = new Barrier(Callers);

        Task<int>[] callers = [.. Enumerable.Range(0, Callers).Select(_ => mode is CallMode.Sync
            ? OnAThread(() => Ask(queries, answers, everybodyIsHere))
            : Task.Run(() => AskAsync(queries, answers)))];
        int[] counts = await Task.WhenAll(callers).WaitAsync(Limit);

        output.WriteLine($"{counts.Sum()} answers, {counts.Min()} to {counts.Max()} each");
        Assert.InRange(counts.Min(), Share / 2, Share);
        Assert.InRange(counts.Max(), Share, Share * 2);
    }

    /// <summary>How many answers he got by the time that there were enough for everybody.</summary>
    private static int Ask(SampleQueries queries, Tally answers, Barrier everybodyIsHere)
    {
        everybodyIsHere.SignalAndWait();
        int count = 0;
        for (; answers.Count < Share * Callers; count++)
        {
            queries.GetCity((count % 600) + 1);
            answers.Add();
        }

        return count;
    }

    /// <inheritdoc cref="Ask"/>
    private static async Task<int> AskAsync(SampleQueries queries, Tally answers)
    {
        int count = 0;
        for (; answers.Count < Share * Callers; count++)
        {
            await queries.GetCityAsync((count % 600) + 1);
            answers.Add();
        }

        return count;
    }

    private static Task<int> OnAThread(Func<int> body) =>
        Task.Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
