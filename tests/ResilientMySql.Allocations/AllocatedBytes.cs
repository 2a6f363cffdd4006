namespace ResilientMySql.Allocations;

/// <summary>Counts what an operation allocates, on all threads of this process.</summary>
internal static class AllocatedBytes
{
    private const int Rounds = 7;
    private const int Operations = 30;

    // Frames are made until there are enough, and first executions are prepared.
    private const int FirstAsynchronousRounds = 1;

    /// <summary>
    /// Bytes an operation, of each of the two, measured in turns. The median of some rounds: what else the process does adds to one,
    /// and an answer that comes before anybody waits for it takes from one.
    /// </summary>
    public static Task<(double First, double Second)> CompareAsync(Func<Task> first, Func<Task> second) =>
        CompareAsync(first, second, static rounds => rounds[rounds.Length / 2]);

    /// <summary>
    /// The same for asynchronous operations that cost as much whether or not anybody waits: the least of some rounds. What each operation
    /// allocates is in every round; what only some rounds have, such as what the rest of the process allocates, is not looked for.
    /// </summary>
    public static Task<(double First, double Second)> CompareLeastAsync(Func<Task> first, Func<Task> second) =>
        CompareAsync(first, second, static rounds => rounds[0]);

    /// <summary>
    /// The same for synchronous operations, all of whose bytes are on one thread: the least of some rounds, as above.
    /// </summary>
    public static (double First, double Second) Compare(Action first, Action second)
    {
        (double First, double Second) least = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            least.First = Math.Min(least.First, OfRound(first));
            least.Second = Math.Min(least.Second, OfRound(second));
        }

        return least;
    }

    private static async Task<(double First, double Second)> CompareAsync(Func<Task> first, Func<Task> second, Func<double[], double> choose)
    {
        (List<double> firsts, List<double> seconds) = ([], []);
        for (int round = 0; round < FirstAsynchronousRounds + Rounds; round++)
        {
            firsts.Add(await OfRoundAsync(first));
            seconds.Add(await OfRoundAsync(second));
        }

        return (Counted(firsts), Counted(seconds));

        double Counted(IEnumerable<double> rounds) => choose([.. rounds.Skip(FirstAsynchronousRounds).Order()]);
    }

    private static async Task<double> OfRoundAsync(Func<Task> operation)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Operations; i++)
            await operation();

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Operations;
    }

    private static double OfRound(Action operation)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Operations; i++)
            operation();

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Operations;
    }
}
