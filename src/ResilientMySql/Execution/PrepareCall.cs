using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Prepares a command on the session. Touches nothing else, so it may happen twice.</summary>
internal readonly struct PrepareCall(ResilientMySqlCommand command) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Read);

    public string Text => command.CommandText;

    public TimeSpan Timeout => command.Timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await command.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        await TIo.PrepareAsync(command.Inner).ConfigureAwait(false);
        return true;
    }

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
