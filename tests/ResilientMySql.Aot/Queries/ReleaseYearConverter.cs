using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>Keeps a year as a number.</summary>
public sealed class ReleaseYearConverter : IColumnConverter<ReleaseYear, int>
{
    public static int ToColumn(ReleaseYear value) => value.Number;

    public static ReleaseYear FromColumn(int column) => new(column);
}
