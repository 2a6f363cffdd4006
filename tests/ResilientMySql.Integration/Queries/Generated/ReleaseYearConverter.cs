using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>A year as an int.</summary>
public sealed class ReleaseYearConverter : IColumnConverter<ReleaseYear, int>
{
    public static int ToColumn(ReleaseYear value) => value.Number;

    public static ReleaseYear FromColumn(int column) => new(column);
}
