namespace ResilientMySql.Chaos.Workers;

/// <summary>The workers of one server: every trade in every way of working.</summary>
internal static class Crew
{
    private static readonly CallMode[] Modes = Enum.GetValues<CallMode>();
    private static readonly Lifetime[] Lifetimes = Enum.GetValues<Lifetime>();

    /// <param name="site">Where they work.</param>
    /// <param name="seed">Decides what each of them does, in which order.</param>
    public static IReadOnlyList<Worker> Hire(Site site, int seed)
    {
        var crew = new List<Worker>();
        foreach (CallMode mode in Modes)
        {
            foreach (Lifetime lifetime in Lifetimes)
            {
                Add((traits, random) => new InsertWorker(site, traits, random), mode, lifetime, isPrepared: mode is CallMode.Async);
                Add((traits, random) => new CountWorker(site, traits, random), mode, lifetime, isPrepared: mode is CallMode.Sync);
                Add((traits, random) => new TransferWorker(site, traits, random), mode, lifetime, isPrepared: lifetime is Lifetime.PerUnit);
                Add((traits, random) => new ReadWorker(site, traits, random), mode, lifetime, isPrepared: lifetime is Lifetime.WholeRun);
            }

            Add((traits, random) => new InsertWorker(site, traits, random), mode, Lifetime.WholeRun, isPrepared: mode is CallMode.Sync);
            Add((traits, random) => new StateWorker(site, traits, random), mode, Lifetime.WholeRun, isPrepared: false);
        }

        return crew;

        void Add(Func<WorkerTraits, Random, Worker> hire, CallMode mode, Lifetime lifetime, bool isPrepared)
        {
            var traits = new WorkerTraits(crew.Count + 1, mode, lifetime, isPrepared);
            crew.Add(hire(traits, new Random(unchecked((seed * 397) + traits.Number))));
        }
    }
}
