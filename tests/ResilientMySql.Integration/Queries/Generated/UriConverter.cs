using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>An address as text.</summary>
public sealed class UriConverter : IColumnConverter<Uri, string>
{
    public static string ToColumn(Uri value) => value.OriginalString;

    public static Uri FromColumn(string column) => new(column);
}
