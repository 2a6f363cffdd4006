using System.Runtime.CompilerServices;
using ResilientMySql.Calls;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Executes a command or a batch for the number of rows it affects.</summary>
internal readonly struct NonQueryCall<TStatement>(TStatement statement) : ICall<int>
    where TStatement : struct, IDriverStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => statement.EffectsOn(dialect);

    public string Text => statement.Text;

    public TimeSpan Timeout => statement.Timeout;

    public bool LeavesReaderOpen => false;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public async ValueTask<int> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await statement.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(statement.Running);
        return await statement.ExecuteNonQueryAsync<TIo>().ConfigureAwait(false);
    }

    public bool TryRollBackWithoutServer(out int result)
    {
        result = 0;
        return true;
    }
}
