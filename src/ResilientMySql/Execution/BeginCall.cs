using System.Data;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Begins a transaction with an object to stand for it.</summary>
internal readonly struct BeginCall(IsolationLevel isolationLevel, bool? isReadOnly, TimeSpan timeout) : ICall<MySqlTransaction>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Begin);

    public string Text => "START TRANSACTION";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public ValueTask<MySqlTransaction> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo => TIo.BeginAsync(session.Driver, isolationLevel, isReadOnly);

    public bool TryRollBackWithoutServer(out MySqlTransaction result)
    {
        result = null!;
        return false;
    }
}
