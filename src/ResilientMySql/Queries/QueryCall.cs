using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>Runs a generated query and reads its result set to the end, so that all of it may be repeated.</summary>
internal readonly struct QueryCall<TQuery, TResult, TShape>(TQuery query, TimeSpan timeout) : ICall<TResult>
    where TQuery : struct, IStatement
    where TShape : struct, IResultShape<TResult>
{
    public StatementEffects Effects => QuerySlot<TQuery>.Effects;

    public string Text => TQuery.CommandText;

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TQuery>(session, query, budget, cancellationToken).ConfigureAwait(false);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, default, cancellationToken).ConfigureAwait(false);
        try
        {
            if (session.Queries.Find(QuerySlot<TQuery>.Index) is null)
            {
                ColumnCheck.Verify(reader, TShape.Members, Text);
                session.Queries.Add(QuerySlot<TQuery>.Index, command);
            }

            return await TShape.ReadAsync<TIo>(reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
    }

    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return false;
    }
}
