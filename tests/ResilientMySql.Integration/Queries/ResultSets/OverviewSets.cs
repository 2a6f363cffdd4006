using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>As the generator writes it: a scalar that must be there, rows, and a first row that may be missing or NULL.</summary>
internal struct OverviewSets : IResultSets<Overview>
{
    private static readonly string[] CityNames = ["CityId", "city", "CountryId"];

    private long? _count;
    private List<City>? _cities;
    private string? _last;

    public static int Count => 3;

    public static ReadOnlySpan<string> MembersOf(int ordinal) => ordinal == 1 ? CityNames : [];

    public bool Add<TRow>(int ordinal, ref TRow row)
        where TRow : struct, IRow
    {
        switch (ordinal)
        {
            case 0:
                _count = row.Int64(0);
                return false;
            case 1:
                (_cities ??= []).Add(new(row.Int32(0), row.String(1), row.Int32(2)));
                return true;
            default:
                _last = row.IsNull(0) ? null : row.String(0);
                return false;
        }
    }

    public readonly Overview Complete() => new(
        _count ?? throw new InvalidOperationException("The first result set has no row."), _cities ?? [], _last);
}
