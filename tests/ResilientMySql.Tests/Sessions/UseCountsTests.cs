using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class UseCountsTests
{
    [Fact]
    public void EnoughUses_AreFollowedByYes()
    {
        var counts = new UseCounts(3);

        Assert.Equal([false, false, false, true, true], Enumerable.Range(0, 5).Select(_ => counts.HadEnough("a")));
        Assert.False(counts.HadEnough("b"));
    }

    [Fact]
    public void Refused_IsNoForEver()
    {
        var counts = new UseCounts(1);
        counts.HadEnough("a");
        counts.Refuse("a");

        Assert.DoesNotContain(Enumerable.Range(0, 10), _ => counts.HadEnough("a"));
    }

    [Fact]
    public void Forgotten_IsCountedFromTheBeginning()
    {
        var counts = new UseCounts(1);
        counts.HadEnough("a");
        counts.Forget("a");

        Assert.False(counts.HadEnough("a"));
        Assert.True(counts.HadEnough("a"));
    }

    [Fact]
    public void TextsThatAreNeverUsedAgain_DoNotKeepOthersFromBeingCounted()
    {
        var counts = new UseCounts(100);
        int yes = 0;
        for (int i = 0; i < 10_000; i++)
        {
            counts.HadEnough($"SELECT {i}");
            if (i % 100 == 0 && counts.HadEnough("SELECT 'often'"))
                yes++;
        }

        Assert.Equal(0, yes);
        Assert.True(counts.HadEnough("SELECT 'often'"));
    }

    [Fact]
    public void LongText_IsNotKept()
    {
        var counts = new UseCounts(1);
        string sql = new('x', 10_000);

        Assert.False(counts.HadEnough(sql));
        Assert.False(counts.HadEnough(sql));
    }

    [Fact]
    public void TextThatIsKnown_CostsNoMemory()
    {
        var counts = new UseCounts(1_000_000);
        counts.HadEnough("a");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
            counts.HadEnough("a");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
