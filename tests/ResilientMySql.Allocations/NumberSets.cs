using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>Adds up what several result sets hold.</summary>
internal struct NumberSets : IResultSets<long>
{
    private long _sum;

    public static int Count => 2;

    public static ReadOnlySpan<string> MembersOf(int ordinal) => [];

    public bool Add<TRow>(int ordinal, ref TRow row)
        where TRow : struct, IRow
    {
        _sum += row.Int32(0);
        return true;
    }

    public readonly long Complete() => _sum;
}
