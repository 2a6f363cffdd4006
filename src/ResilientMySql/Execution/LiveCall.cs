using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Asks for nothing but a session that is not known to be dead: what Open does with an idle one.</summary>
internal readonly struct LiveCall(TimeSpan timeout) : ICall<bool>
{
    public StatementEffects Effects => new(StatementKind.Empty);

    public string Text => "";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => new(true);

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
