using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>What a result set becomes.</summary>
internal interface IResultShape<TResult>
{
    /// <summary>The member that each column of the first result set fills; empty where columns go by position alone.</summary>
    static abstract ReadOnlySpan<string> Members { get; }

    /// <summary>Reads what it needs from the start of the first result set, whose columns were checked; the caller closes the reader.</summary>
    /// <param name="reader">Stands before the first row.</param>
    /// <param name="isNew">Whether the statement has not worked on the session before, so that further columns are to be checked by name.</param>
    static abstract ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo;
}
