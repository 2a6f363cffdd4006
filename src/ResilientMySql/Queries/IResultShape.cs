using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>What a result set becomes.</summary>
internal interface IResultShape<TResult>
{
    /// <summary>Reads what it needs from the start of the result set; the caller closes the reader.</summary>
    static abstract ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo;
}
