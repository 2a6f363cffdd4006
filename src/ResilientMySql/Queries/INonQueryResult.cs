using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>What is wanted of a statement without a result set.</summary>
internal interface INonQueryResult<TResult>
{
    /// <param name="command">The command that has just run.</param>
    /// <param name="affected">The number of rows that it affected.</param>
    static abstract TResult Of(MySqlCommand command, int affected);

    /// <param name="channel">Behind the last result of the statement.</param>
    static abstract TResult Of(WireChannel channel);
}
