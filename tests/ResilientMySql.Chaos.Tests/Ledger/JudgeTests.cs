using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Tests.Ledger;

/// <summary>Made-up ledgers and servers: every way to lie must be seen, and the truth must pass.</summary>
public sealed class JudgeTests
{
    private static readonly Truth Nothing = new()
    {
        Inserted = new Dictionary<long, long>(),
        Transferred = new Dictionary<long, long>(),
        Counters = new Dictionary<long, long>(),
        Imbalances = new Dictionary<long, long>(),
        Surplus = 0,
    };

    public static TheoryData<string, long, string?> Rows => new()
    {
        { nameof(WriteOutcome.Acknowledged), 1, null },
        { nameof(WriteOutcome.Acknowledged), 0, nameof(ViolationKind.LostWrite) },
        { nameof(WriteOutcome.Acknowledged), 2, nameof(ViolationKind.DoubledWrite) },
        { nameof(WriteOutcome.NotExecuted), 0, null },
        { nameof(WriteOutcome.NotExecuted), 1, nameof(ViolationKind.WronglyAbsent) },
        { nameof(WriteOutcome.NotExecuted), 2, nameof(ViolationKind.DoubledWrite) },
        { nameof(WriteOutcome.Unknown), 0, null },
        { nameof(WriteOutcome.Unknown), 1, null },
        { nameof(WriteOutcome.Unknown), 2, nameof(ViolationKind.DoubledWrite) },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Insert_IsHeldAgainstItsRows(string outcome, long found, string? violation) => Assert.Equal(
        Named(violation), KindsOf(Judge.Compare([Write(WriteKind.Insert, outcome)], Nothing with { Inserted = Found(found) })));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Transfer_IsHeldAgainstItsRows(string outcome, long found, string? violation) => Assert.Equal(
        Named(violation), KindsOf(Judge.Compare([Write(WriteKind.Transfer, outcome)], Nothing with { Transferred = Found(found) })));

    [Fact]
    public void RowOfNobody_IsStrange() => Assert.Equal(
        [ViolationKind.StrangeWrite], KindsOf(Judge.Compare([], Nothing with { Inserted = Found(1) })));

    [Theory]
    [InlineData(3, 0, 0, 3, null, 0)]
    [InlineData(3, 2, 0, 3, null, 0)]
    [InlineData(3, 2, 0, 5, null, 0)]
    [InlineData(3, 2, 4, 5, null, 0)]
    [InlineData(3, 2, 0, 1, nameof(ViolationKind.LostWrite), 2)]
    [InlineData(3, 2, 0, 6, nameof(ViolationKind.DoubledWrite), 1)]
    [InlineData(3, 2, 4, 7, nameof(ViolationKind.CounterTooHigh), 2)]
    public void Counter_IsHeldBetweenItsBounds(int acknowledged, int unknown, int absent, long value, string? violation, long count)
    {
        WriteRecord[] told =
        [
            .. Enumerable.Repeat(Write(WriteKind.Count, nameof(WriteOutcome.Acknowledged)), acknowledged),
            .. Enumerable.Repeat(Write(WriteKind.Count, nameof(WriteOutcome.Unknown)), unknown),
            .. Enumerable.Repeat(Write(WriteKind.Count, nameof(WriteOutcome.NotExecuted)), absent),
        ];

        Violation[] found = [.. Judge.Compare(told, Nothing with { Counters = Found(value) })];

        Assert.Equal(Named(violation), KindsOf(found));
        Assert.Equal(count, found.Sum(static found => found.Count));
    }

    [Fact]
    public void BalanceWithoutItsTransfer_IsTorn() => Assert.Equal(
        [ViolationKind.TornTransfer], KindsOf(Judge.Compare([], Nothing with { Imbalances = Found(-5) })));

    [Fact]
    public void BrokenSum_IsTorn() => Assert.Equal(
        [ViolationKind.TornTransfer], KindsOf(Judge.Compare([], Nothing with { Surplus = 7 })));

    private static ViolationKind[] KindsOf(IEnumerable<Violation> violations) => [.. violations.Select(static violation => violation.Kind)];

    private static ViolationKind[] Named(string? kind) => kind is null ? [] : [Enum.Parse<ViolationKind>(kind)];

    private static WriteRecord Write(WriteKind kind, string outcome) => new(
        kind, Id: 1, Worker: 1, Enum.Parse<WriteOutcome>(outcome), From: 0, Until: 1, MetTimeout: false);

    private static Dictionary<long, long> Found(long value) => value == 0 ? [] : new() { [1] = value };
}
