using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries;

public sealed class ListSizesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(4095, 4096)]
    [InlineData(4096, 4096)]
    [InlineData(4097, 4097)]
    [InlineData(65_535, 65_535)]
    public void Places_AreTheNextPowerOfTwo_ThenExact(int count, int places) => Assert.Equal(places, ListSizes.Places(count));

    [Fact]
    public void Items_ComeInOrderAndTheLastFillsUp() =>
        Assert.Equal([0, 1, 2, 3, 4, 4, 4, 4], Enumerable.Range(0, ListSizes.Places(5)).Select(static place => ListSizes.Item(place, 5)));

    [Fact]
    public void Buckets_AreOneForEachNumberOfPlaces()
    {
        int[] places = [.. Enumerable.Range(0, ListSizes.LargestBucket + 1).Select(ListSizes.Places).Distinct()];

        Assert.Equal(14, places.Length);
        Assert.Equal(Enumerable.Range(0, 14), places.Select(ListSizes.BucketOf));
    }
}
