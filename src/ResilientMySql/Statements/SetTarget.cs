namespace ResilientMySql.Statements;

/// <summary>One thing that a SET statement sets.</summary>
/// <param name="Key">Its name, the same for all of its spellings: a later statement with the same keys undoes an earlier one.</param>
/// <param name="Expression">What reads it back, or null where nothing does.</param>
/// <param name="Value">The value as the statement writes it.</param>
internal readonly record struct SetTarget(string Key, string? Expression, string Value);
