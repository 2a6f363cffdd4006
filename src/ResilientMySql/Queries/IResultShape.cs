using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>What a result set becomes.</summary>
internal interface IResultShape<TResult>
{
    /// <summary>The member that each column of the first result set fills; empty where columns go by position alone.</summary>
    static abstract ReadOnlySpan<string> Members { get; }

    /// <summary>Reads what it needs from the start of the first result set, whose columns were checked; the caller skips the rest.</summary>
    /// <param name="rows">Stand before the first row.</param>
    static abstract ValueTask<TResult> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows;
}
