using ResilientMySql.Queries;
using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Queries;

public sealed class QueryTextsTests
{
    [Fact]
    public void ListsOfTheSameBucket_ShareATextAndItsSlot()
    {
        QueryText text = QueryTexts<TwoLists>.For(new(3, 1));

        Assert.Same(text, QueryTexts<TwoLists>.For(new(4, 1)));
        Assert.True(text.IsKept);
        Assert.Equal("DELETE FROM t WHERE a IN (?, ?, ?, ?) AND b = ? AND c IN (?)", text.CommandText);
        Assert.Equal($"/*[Query:{text.Slot}]*/ {text.CommandText}", text.PreparedText);
        QueryText other = QueryTexts<TwoLists>.For(new(1, 4));
        Assert.NotEqual(text.Slot, other.Slot);
        Assert.Equal("DELETE FROM t WHERE a IN (?) AND b = ? AND c IN (?, ?, ?, ?)", other.CommandText);
    }

    [Fact]
    public void LongList_IsNotKept()
    {
        QueryText text = QueryTexts<TwoLists>.For(new(ListSizes.LargestBucket + 1, 1));

        Assert.False(text.IsKept);
        Assert.Equal(ListSizes.LargestBucket + 3, text.CommandText.Count(static letter => letter == '?'));
    }

    [Theory]
    [InlineData(65_533, 1, 65_535, true)]
    [InlineData(65_534, 1, 65_536, false)]
    [InlineData(int.MaxValue, int.MaxValue, 4_294_967_295, false)]
    public void MoreThanTheServersLimit_IsRefusedWithItsNumber(int first, int second, long count, bool fits)
    {
        Exception? refusal = Record.Exception(() => QueryTexts<TwoLists>.For(new(first, second)));

        Assert.Equal(fits, refusal is null);
        if (!fits)
            Assert.Contains($" {count} placeholders", Assert.IsType<ArgumentException>(refusal).Message, StringComparison.Ordinal);
    }

    /// <summary>Every session keeps a slot for each text; no program may make any number of them.</summary>
    [Fact]
    public void KeptTexts_AreBounded()
    {
        int kept = 0;
        for (int first = 0; first <= 13; first++)
        {
            for (int second = 0; second <= 13; second++)
            {
                for (int third = 0; third <= 13; third++)
                {
                    if (QueryTexts<ThreeLists>.For(new(CountOf(first), CountOf(second), CountOf(third))).IsKept)
                        kept++;
                }
            }
        }

        Assert.Equal(256, kept);

        static int CountOf(int bucket) => bucket == 0 ? 0 : 1 << (bucket - 1);
    }

    [Fact]
    public async Task ManyThreads_GetTheSameText()
    {
        using var barrier = new Barrier(8);
        QueryText[] texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            barrier.SignalAndWait();
            return QueryTexts<TwoLists>.For(new(16, 16));
        })));

        Assert.Single(texts.Distinct());
    }

    [Fact]
    public void Effects_AreTheStatementsOwn()
    {
        Assert.Equal(StatementKind.Write, QueryTexts<TwoLists>.EffectsOn(ServerDialects.Any).Kind);
        Assert.False(QueryTexts<TwoLists>.EffectsOn(ServerDialects.Any).MayRunTwice);
        Assert.True(QueryTexts<ThreeLists>.EffectsOn(ServerDialects.Any).MayRunTwice);
    }
}
