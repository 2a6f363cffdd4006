using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>
/// Loads a file or a stream into a table. A stream can be read once, and the statement writes: once it may have been sent, it
/// is never sent again.
/// </summary>
internal readonly struct BulkLoadCall(ResilientMySqlBulkLoader loader, string text) : ICall<int>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => StatementCache.Classify(text, dialect);

    public string Text => text;

    public TimeSpan Timeout => loader.TimeLimit;

    public bool LeavesReaderOpen => false;

    public async ValueTask<int> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        session.Watch.Runs(new ActiveCommand(session.Driver));
        try
        {
            return await TIo.LoadAsync(loader.CreateDriverLoader(session, budget)).ConfigureAwait(false);
        }
        catch (MySqlException failure) when (DriverExceptions.IsSourceFailure(failure))
        {
            failure.NoteOutcome(ExecutionOutcome.Unknown);
            throw;
        }
    }

    public bool TryRollBackWithoutServer(out int result)
    {
        result = 0;
        return false;
    }
}
