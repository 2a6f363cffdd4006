using System.Data;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>A batch, to be executed.</summary>
internal readonly struct BatchStatement(ResilientMySqlBatch batch) : IDriverStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => batch.EffectsOn(dialect);

    public string Text => batch.Text;

    public bool IsList => batch.IsList;

    public TimeSpan Timeout => TimeLimits.OfSeconds(batch.Timeout);

    public ValueTask AttachAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo => batch.AttachAsync<TIo>(session, budget);

    public object Running => batch.Inner;

    public ValueTask<int> ExecuteNonQueryAsync<TIo>()
        where TIo : struct, IDriverIo => TIo.ExecuteNonQueryAsync(batch.Inner);

    public ValueTask<object?> ExecuteScalarAsync<TIo>()
        where TIo : struct, IDriverIo => TIo.ExecuteScalarAsync(batch.Inner);

    public ValueTask<MySqlDataReader> ExecuteReaderAsync<TIo>(CommandBehavior behavior)
        where TIo : struct, IDriverIo => TIo.ExecuteReaderAsync(batch.Inner, behavior);

    public async ValueTask<bool> PrepareAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        session.Traces.NotePrepared();
        await TIo.PrepareAsync(batch.Inner).ConfigureAwait(false);
        return true;
    }
}
