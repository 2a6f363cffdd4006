using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Hands the driver's connection to the user, who may do anything to the session from then on. Sends nothing.</summary>
internal readonly struct HandOverCall(TimeSpan timeout) : ICall<MySqlConnection>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => StatementEffects.Opaque;

    public string Text => "Driver (the driver's own connection was handed out)";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public ValueTask<MySqlConnection> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        session.Traces.Retire();
        return new(session.Driver);
    }

    public bool TryRollBackWithoutServer(out MySqlConnection result)
    {
        result = null!;
        return false;
    }
}
