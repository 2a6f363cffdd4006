using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Stored as a number.</summary>
[Convert<ReleaseYearConverter>]
public readonly record struct ReleaseYear(int Number);
