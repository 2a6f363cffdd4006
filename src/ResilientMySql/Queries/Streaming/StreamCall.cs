using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.Streaming;

/// <summary>Executes a generated statement and leaves its rows to be read. It may be repeated until then, and not afterwards.</summary>
internal readonly struct StreamCall<TStatement>(in TStatement statement, int timeout) : ICall<MySqlDataReader>
    where TStatement : struct, IStatement
{
    /// <summary>With its arguments.</summary>
    public TStatement Statement { get; } = statement;

    /// <summary>What it runs as.</summary>
    public QueryText QueryText { get; } = QueryTexts<TStatement>.For(statement);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => true;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public async ValueTask<MySqlDataReader> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, QueryText, Statement, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            return await TIo.ExecuteReaderAsync(command, default).ConfigureAwait(false);
        }
        catch
        {
            session.Statements.End(command, session.Pool.Time);
            throw;
        }
    }

    /// <summary>Only a server gives a reader.</summary>
    public bool TryRollBackWithoutServer(out MySqlDataReader result)
    {
        result = null!;
        return false;
    }
}
