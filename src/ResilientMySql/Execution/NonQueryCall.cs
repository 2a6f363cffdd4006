using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Executes a command for the number of rows it affects.</summary>
internal readonly struct NonQueryCall(ResilientMySqlCommand command) : ICall<int>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => command.EffectsOn(dialect);

    public string Text => command.CommandText;

    public TimeSpan Timeout => command.Timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<int> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await command.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(command.Inner);
        return await TIo.ExecuteNonQueryAsync(command.Inner).ConfigureAwait(false);
    }

    public bool TryRollBackWithoutServer(out int result)
    {
        result = 0;
        return true;
    }
}
