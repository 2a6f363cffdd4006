using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>A value with a converter of its own.</summary>
[Convert<ReleaseYearConverter>]
public readonly record struct ReleaseYear(int Number);
