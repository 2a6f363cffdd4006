using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>Runs a generated query and reads its result set to the end, so that all of it may be repeated.</summary>
internal readonly struct QueryCall<TQuery, TResult, TShape>(in TQuery query, int timeout) : ICall<TResult>
    where TQuery : struct, IStatement
    where TShape : struct, IResultShape<TResult>
{
    private readonly TQuery _query = query;
    private readonly QueryText _text = QueryTexts<TQuery>.For(query);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TQuery>.EffectsOn(dialect);

    public string Text => TQuery.CommandText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => false;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TQuery>(session, _text, _query, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, default).ConfigureAwait(false);
            TResult result;
            try
            {
                bool isNew = !session.Statements.HasWorked;
                ColumnCheck.Hold(reader, TShape.Members, Text, isNew);
                result = await TShape.ReadAsync<TIo>(reader, isNew).ConfigureAwait(false);
                if (isNew)
                    session.Statements.NoteWorked();

                while (session.MindsTheRestOf(EffectsOn(session.Dialect)) && await TIo.NextResultAsync(reader).ConfigureAwait(false))
                {
                }
            }
            catch
            {
                await QuietClosing.CloseAsync<TIo>(reader).ConfigureAwait(false);
                throw;
            }

            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
            return result;
        }
        finally
        {
            session.Statements.End(command, session.Pool.Time);
        }
    }

    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return false;
    }
}
