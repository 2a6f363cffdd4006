using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.Streaming;

/// <summary>Executes a generated statement and leaves its rows to be read. It may be repeated until then, and not afterwards.</summary>
internal readonly struct StreamCall<TStatement>(StreamedStatement<TStatement> streamed) : ICall<MySqlDataReader>, IRunningStatement
    where TStatement : struct, IStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(streamed.Timeout);

    public object Running => streamed.Command!;

    public bool LeavesReaderOpen => true;

    public async ValueTask<MySqlDataReader> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await streamed.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        return await TIo.ExecuteReaderAsync(command, default).ConfigureAwait(false);
    }

    /// <summary>Only a server gives a reader.</summary>
    public bool TryRollBackWithoutServer(out MySqlDataReader result)
    {
        result = null!;
        return false;
    }
}
