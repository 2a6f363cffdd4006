using System.Diagnostics;

namespace ResilientMySql.Chaos.Ledger;

/// <summary>Holds what workers were told against what is there. Pure.</summary>
internal static class Judge
{
    /// <summary>Every promise about writes that was broken.</summary>
    public static IEnumerable<Violation> Compare(IReadOnlyCollection<WriteRecord> records, Truth truth) =>
    [
        .. CompareRows(WriteKind.Insert, records, truth.Inserted),
        .. CompareRows(WriteKind.Transfer, records, truth.Transferred),
        .. CompareCounters(records, truth.Counters),
        .. CompareBalances(truth),
    ];

    private static IEnumerable<Violation> CompareRows(
        WriteKind kind, IReadOnlyCollection<WriteRecord> records, IReadOnlyDictionary<long, long> found)
    {
        var known = new HashSet<long>();
        foreach (WriteRecord record in records.Where(record => record.Kind == kind))
        {
            known.Add(record.Id);
            long count = found.GetValueOrDefault(record.Id);
            if (ViolationOf(record.Outcome, count) is { } violation)
                yield return new Violation(violation, $"{kind} {record.Id} of worker {record.Worker}: told {record.Outcome}, found {count} times{Because(record)}");
        }

        foreach ((long id, long count) in found.Where(row => !known.Contains(row.Key)))
            yield return new Violation(ViolationKind.StrangeWrite, $"{kind} {id}: found {count} times, told to nobody");
    }

    private static ViolationKind? ViolationOf(WriteOutcome outcome, long count) => (outcome, count) switch
    {
        (_, > 1) => ViolationKind.DoubledWrite,
        (WriteOutcome.Acknowledged, 0) => ViolationKind.LostWrite,
        (WriteOutcome.NotExecuted, 1) => ViolationKind.WronglyAbsent,
        (WriteOutcome.Acknowledged, 1) or (WriteOutcome.NotExecuted, 0) or (WriteOutcome.Unknown, _) => null,
        _ => throw new UnreachableException($"{outcome}, {count}"),
    };

    /// <summary>A counter does not tell who raised it: what is beyond all that were tried is doubled for certain.</summary>
    private static IEnumerable<Violation> CompareCounters(IReadOnlyCollection<WriteRecord> records, IReadOnlyDictionary<long, long> counters)
    {
        ILookup<long, WriteOutcome> told = records.Where(static record => record.Kind is WriteKind.Count)
            .ToLookup(static record => record.Id, static record => record.Outcome);
        foreach ((long id, long value) in counters)
        {
            long acknowledged = told[id].LongCount(static outcome => outcome is WriteOutcome.Acknowledged);
            long unknown = told[id].LongCount(static outcome => outcome is WriteOutcome.Unknown);
            long absent = told[id].LongCount(static outcome => outcome is WriteOutcome.NotExecuted);
            var detail = $"Counter {id}: {acknowledged} acknowledged, {unknown} unknown, {absent} not executed, and it stands at {value}";
            if (value < acknowledged)
                yield return new Violation(ViolationKind.LostWrite, detail) { Count = acknowledged - value };

            long surplus = value - acknowledged - unknown;
            if (surplus > absent)
                yield return new Violation(ViolationKind.DoubledWrite, detail) { Count = surplus - absent };
            if (surplus > 0 && absent > 0)
                yield return new Violation(ViolationKind.CounterTooHigh, detail) { Count = Math.Min(surplus, absent) };
        }
    }

    private static IEnumerable<Violation> CompareBalances(Truth truth)
    {
        foreach ((long account, long imbalance) in truth.Imbalances.Where(static account => account.Value != 0))
            yield return new Violation(ViolationKind.TornTransfer, $"Account {account} has {imbalance:+#;-#} against its transfers");

        if (truth.Surplus != 0)
            yield return new Violation(ViolationKind.TornTransfer, $"The accounts together have {truth.Surplus:+#;-#} against what was paid in");
    }

    private static string Because(WriteRecord record) => record.Reason is null ? "" : $" ({record.Reason})";
}
