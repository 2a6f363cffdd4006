using System.Runtime.CompilerServices;
using ResilientMySql.Calls;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Executes a command or a batch for the first column of its first row.</summary>
internal readonly struct ScalarCall<TStatement>(TStatement statement) : ICall<object?>
    where TStatement : struct, IDriverStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => statement.EffectsOn(dialect);

    public string Text => statement.Text;

    public TimeSpan Timeout => statement.Timeout;

    public bool LeavesReaderOpen => false;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public async ValueTask<object?> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await statement.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(statement.Running);
        return await statement.ExecuteScalarAsync<TIo>().ConfigureAwait(false);
    }

    public bool TryRollBackWithoutServer(out object? result)
    {
        result = null;
        return true;
    }
}
