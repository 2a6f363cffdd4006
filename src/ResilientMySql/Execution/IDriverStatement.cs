using System.Data;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Execution;

/// <summary>What can be executed on a session: a command or a batch.</summary>
internal interface IDriverStatement : IRunningStatement
{
    /// <summary>The SQL behind it.</summary>
    string Text { get; }

    /// <summary>
    /// Whether it may be several statements. The driver sends prepared ones one by one, and goes on with the next when one has
    /// failed: outside of the transaction that the failure may have ended. So they are not prepared.
    /// </summary>
    bool IsList { get; }

    /// <summary>Points the driver's object at the session's physical connection, prepared if it is to be.</summary>
    ValueTask AttachAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo;

    ValueTask<int> ExecuteNonQueryAsync<TIo>()
        where TIo : struct, IDriverIo;

    ValueTask<object?> ExecuteScalarAsync<TIo>()
        where TIo : struct, IDriverIo;

    ValueTask<MySqlDataReader> ExecuteReaderAsync<TIo>(CommandBehavior behavior)
        where TIo : struct, IDriverIo;

    /// <summary>Prepares it, which the connection string may forbid; whether it is to be prepared on each session that follows.</summary>
    ValueTask<bool> PrepareAsync<TIo>(Session session)
        where TIo : struct, IDriverIo;
}
