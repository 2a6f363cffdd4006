using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Stored by name, but for its letter.</summary>
[ByName]
public enum Rating
{
    G,
    PG,
    R,
}
