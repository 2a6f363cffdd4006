using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>One of every conversion.</summary>
public sealed record FilmNote(Rating? Rating, FilmSize Size, [Json<SettingsContext>] Settings? Settings, ReleaseYear? Year, char? Letter)
{
    [Convert<UriConverter>]
    public required Uri Home { get; init; }
}
