using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Executes a command for the first column of its first row.</summary>
internal readonly struct ScalarCall(ResilientMySqlCommand command) : ICall<object?>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => command.EffectsOn(dialect);

    public string Text => command.CommandText;

    public TimeSpan Timeout => command.Timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<object?> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await command.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(command.Inner);
        return await TIo.ExecuteScalarAsync(command.Inner).ConfigureAwait(false);
    }

    public bool TryRollBackWithoutServer(out object? result)
    {
        result = null;
        return true;
    }
}
