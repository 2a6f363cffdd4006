using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>Lets a test insert either way.</summary>
internal static class BulkCalling
{
    public static async Task<int> InsertAsync<TBulk>(this CallMode mode, QueryTarget target, TBulk bulk, CancellationToken cancellationToken = default)
        where TBulk : struct, IBulkStatement =>
        mode is CallMode.Sync ? BulkRunner.Insert(target, bulk) : await BulkRunner.InsertAsync(target, bulk, cancellationToken);

    /// <summary>Cities of one country; the last one of another that there is not, where that is asked for.</summary>
    public static NewCity[] Cities(int count, bool failsAtTheEnd = false) =>
        [.. Enumerable.Range(0, count).Select(i => new NewCity($"Bulk'{i}", failsAtTheEnd && i == count - 1 ? 60_000 : 102))];
}
