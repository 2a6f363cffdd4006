namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Stored by number.</summary>
public enum FilmSize : byte
{
    Small = 1,
    Large = 2,
}
