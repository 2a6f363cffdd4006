using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>What a result set becomes.</summary>
internal interface IResultShape<TResult>
{
    /// <summary>The member that each column fills; empty where columns go by position alone.</summary>
    static abstract ReadOnlySpan<string> Members { get; }

    /// <summary>Reads what it needs from the start of the result set; the caller closes the reader.</summary>
    static abstract ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader)
        where TIo : struct, IDriverIo;
}
