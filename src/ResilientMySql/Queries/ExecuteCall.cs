using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>Runs a generated statement without a result set.</summary>
internal readonly struct ExecuteCall<TStatement, TOutcome, TResult>(in TStatement statement, int timeout) : ICall<TResult>
    where TStatement : struct, IStatement
    where TOutcome : struct, INonQueryResult<TResult>
{
    private readonly TStatement _statement = statement;
    private readonly QueryText _text = QueryTexts<TStatement>.For(statement);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => false;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, _text, _statement, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            int affected = await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
            session.Statements.NoteWorked();
            return TOutcome.Of(command, affected);
        }
        finally
        {
            session.Statements.End(command, session.Pool.Time);
        }
    }

    /// <summary>Of a ROLLBACK there is nothing to tell.</summary>
    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return true;
    }
}
