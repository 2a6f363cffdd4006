namespace ResilientMySql.Queries.Bulk;

/// <summary>Rows that go into one statement.</summary>
/// <param name="First">The first one's index.</param>
/// <param name="Count">How many; at least one.</param>
internal readonly record struct BulkChunk(int First, int Count);
