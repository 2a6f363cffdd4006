namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Stored by number.</summary>
public enum FilmSize : byte
{
    Short = 1,
    Long = 2,
}
