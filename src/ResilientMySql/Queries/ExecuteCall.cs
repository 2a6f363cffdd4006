using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>Runs a generated statement for the number of rows it affects.</summary>
internal readonly struct ExecuteCall<TStatement>(in TStatement statement, int timeout) : ICall<int>
    where TStatement : struct, IStatement
{
    private readonly TStatement _statement = statement;
    private readonly QueryText _text = QueryTexts<TStatement>.For(statement);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => timeout == 0 ? System.Threading.Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(timeout);

    public bool LeavesReaderOpen => false;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, _text, _statement, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            int affected = await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
            session.Statements.NoteWorked(_text.Slot, command);
            return affected;
        }
        finally
        {
            PreparedQuery.NoteEnded(session, _text, command);
        }
    }

    public bool TryRollBackWithoutServer(out int result)
    {
        result = 0;
        return true;
    }
}
