using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class TextCacheTests
{
    private const int LeastTexts = 10;

    private readonly TextCache<int> _cache = new(LeastTexts);

    [Fact]
    public void LastTexts_AreKnown()
    {
        AddTexts(1, 100);

        Assert.All(Enumerable.Range(91, LeastTexts), number => Assert.Equal(number, Find(number)));
    }

    [Fact]
    public void TextThatIsAskedFor_OutlivesThoseThatAreNot()
    {
        _cache.Add("again and again", -1);
        for (int number = 1; number <= 100; number++)
        {
            AddTexts(number, number);
            Assert.True(_cache.TryGet("again and again", out _));
        }

        Assert.Null(Find(1));
    }

    [Fact]
    public void Texts_AreAtMostTwiceAsMany()
    {
        AddTexts(1, 100);

        Assert.InRange(Enumerable.Range(1, 100).Count(number => Find(number) is not null), LeastTexts, 2 * LeastTexts);
    }

    [Fact]
    public void TextThatIsAddedTwice_CountsOnce()
    {
        AddTexts(1, 1);
        for (int time = 0; time < 3 * LeastTexts; time++)
            AddTexts(2, 2);

        Assert.Equal(1, Find(1));
    }

    [Fact]
    public void Threads_FindNothingButWhatWasAdded() => Parallel.For(0, 10_000, number =>
    {
        _cache.Add($"{number % 50}", number % 50);
        if (_cache.TryGet($"{number % 50}", out int found))
            Assert.Equal(number % 50, found);
    });

    private void AddTexts(int first, int last)
    {
        for (int number = first; number <= last; number++)
            _cache.Add($"{number}", number);
    }

    private int? Find(int number) => _cache.TryGet($"{number}", out int found) ? found : null;
}
