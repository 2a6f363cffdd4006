using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>
/// Prepares a command or a batch on the session, if it is one statement; whether it did. Touches nothing else, so it may happen
/// twice.
/// </summary>
internal readonly struct PrepareCall<TStatement>(TStatement statement) : ICall<bool>
    where TStatement : struct, IDriverStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Read);

    public string Text => statement.Text;

    public TimeSpan Timeout => statement.Timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await statement.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        return !statement.IsList && await statement.PrepareAsync<TIo>(session).ConfigureAwait(false);
    }

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
