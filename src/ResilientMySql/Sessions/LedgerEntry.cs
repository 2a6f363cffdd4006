namespace ResilientMySql.Sessions;

/// <summary>One thing to replay.</summary>
/// <param name="Key">What it sets: a later entry of the same key takes its place.</param>
/// <param name="Statement">The statement that was run.</param>
/// <param name="Schema">The schema, where it changes to one.</param>
internal readonly record struct LedgerEntry(string Key, string Statement, string? Schema = null);
