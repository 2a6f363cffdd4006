using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>Runs a generated statement for the number of rows it affects.</summary>
internal readonly struct ExecuteCall<TStatement>(TStatement statement, TimeSpan timeout) : ICall<int>
    where TStatement : struct, IStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => QuerySlot<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<int> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, statement, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            int affected = await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
            session.Statements.NoteWorked(QuerySlot<TStatement>.Index, command);
            return affected;
        }
        finally
        {
            PreparedQuery.NoteEnded<TStatement>(session, command);
        }
    }

    public bool TryRollBackWithoutServer(out int result)
    {
        result = 0;
        return true;
    }
}
