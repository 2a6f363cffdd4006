using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.Bulk;

/// <summary>Inserts one chunk of rows.</summary>
internal readonly struct BulkCall<TBulk>(BulkCommand<TBulk> command, BulkChunk chunk, int timeout) : ICall<int>
    where TBulk : struct, IBulkStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => BulkTexts<TBulk>.EffectsOn(dialect);

    public string Text => BulkTexts<TBulk>.OfOneRow;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => false;

    public ValueTask<int> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand bound = command.Bind(session, chunk, budget?.SecondsLeft(timeout) ?? timeout);
        session.Watch.Runs(bound);
        return TIo.ExecuteNonQueryAsync(bound);
    }

    public bool TryRollBackWithoutServer(out int result)
    {
        result = 0;
        return false;
    }
}
