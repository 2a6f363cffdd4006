namespace ResilientMySql.Queries;

/// <summary>Numbers the generated statements of a process.</summary>
internal static class QuerySlots
{
    private static int _last = -1;

    public static int Next() => Interlocked.Increment(ref _last);
}
