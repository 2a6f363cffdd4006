using ResilientMySql.Queries.Bulk;

namespace ResilientMySql.Tests.Queries.Bulk;

/// <summary>Rows are divided into as few statements as are sure to fit.</summary>
public sealed class BulkPlanTests
{
    // Around the rows: 30 + 30 bytes of text, two numbers of 20, and 1,024 for what goes along.
    private const int Frame = 30 + 30 + 40 + 1_024;

    // "(?, ?)", its comma, a NULL, two quotes and three bytes a letter.
    private const int RowOfTen = 6 + 2 + 4 + 2 + 30;

    [Fact]
    public void WhatFits_IsOneStatement() =>
        Assert.Equal([new BulkChunk(0, 100)], Divide(Frame + (100 * RowOfTen), Rows(100)));

    [Fact]
    public void OneByteLess_MakesTwo() =>
        Assert.Equal([new BulkChunk(0, 99), new BulkChunk(99, 1)], Divide(Frame + (100 * RowOfTen) - 1, Rows(100)));

    [Fact]
    public void PlaceholdersAround_AreCounted() =>
        Assert.Equal([new BulkChunk(0, 32_766), new BulkChunk(32_766, 1)], Divide(long.MaxValue, Rows(32_767)));

    [Fact]
    public void EveryRow_IsInOneChunkAndNoneIsEmpty()
    {
        var random = new Random(7);
        string[] rows = [.. Enumerable.Range(0, 5_000).Select(_ => new string('x', random.Next(0, 500)))];

        List<BulkChunk> chunks = Divide(8_192, rows);

        Assert.Equal(Enumerable.Range(0, 5_000), chunks.SelectMany(static chunk => Enumerable.Range(chunk.First, chunk.Count)));
        Assert.All(chunks, static chunk => Assert.True(chunk.Count > 0));
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("'", 2)]
    [InlineData("\\", 2)]
    [InlineData("\0", 2)]
    [InlineData("ž", 2)]
    [InlineData("漢", 3)]
    [InlineData("🌍", 4)]
    public void LargeRow_IsLookedThrough(string letter, int bytes)
    {
        string text = string.Concat(Enumerable.Repeat(letter, 3_000));
        int exact = Frame + 6 + 2 + 4 + 2 + (bytes * 3_000);

        Assert.Equal([new BulkChunk(0, 1)], Divide(exact, text));
        var refused = Assert.Throws<ArgumentException>(() => Divide(exact - 1, text));

        Assert.StartsWith("Row 0 takes", refused.Message, StringComparison.Ordinal);
    }

    private static List<BulkChunk> Divide(long packetLimit, params string[] rows) => BulkPlan.Divide(new TextPairs(rows), packetLimit);

    private static string[] Rows(int count) => [.. Enumerable.Repeat("0123456789", count)];
}
