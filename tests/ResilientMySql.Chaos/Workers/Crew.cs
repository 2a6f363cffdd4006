using ResilientMySql.Chaos.Workers.Generated;

namespace ResilientMySql.Chaos.Workers;

/// <summary>The workers of one server: every trade in every way of working.</summary>
internal static class Crew
{
    private static readonly CallMode[] Modes = Enum.GetValues<CallMode>();
    private static readonly Lifetime[] Lifetimes = Enum.GetValues<Lifetime>();

    /// <param name="site">Where they work.</param>
    /// <param name="options">Its seed decides what each of them does, in which order.</param>
    public static IReadOnlyList<Worker> Hire(Site site, ChaosOptions options)
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

        foreach (WireMode wire in site.Subject.RunsGenerated ? options.Wires : [])
        {
            foreach (CallMode mode in Modes)
            {
                Lifetime kept = mode is CallMode.Sync ? Lifetime.WholeRun : Lifetime.PerUnit;
                Lifetime other = mode is CallMode.Sync ? Lifetime.PerUnit : Lifetime.WholeRun;
                Add((traits, random) => new GeneratedInsertWorker(site, traits, random), mode, kept, isPrepared: false, wire);
                Add((traits, random) => new GeneratedCountWorker(site, traits, random), mode, other, isPrepared: false, wire);
                Add((traits, random) => new GeneratedTransferWorker(site, traits, random), mode, kept, isPrepared: false, wire);
                Add((traits, random) => new GeneratedReadWorker(site, traits, random), mode, other, isPrepared: false, wire);
            }
        }

        return crew;

        void Add(Func<WorkerTraits, Random, Worker> hire, CallMode mode, Lifetime lifetime, bool isPrepared, WireMode? wire = null)
        {
            var traits = new WorkerTraits(crew.Count + 1, mode, lifetime, isPrepared, wire);
            crew.Add(hire(traits, new Random(unchecked((options.Seed * 397) + traits.Number))));
        }
    }
}
