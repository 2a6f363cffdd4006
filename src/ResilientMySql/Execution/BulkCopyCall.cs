using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Driver;
using ResilientMySql.Execution.Rows;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>
/// Copies rows into a table. The source can be read once, and the statement writes: once it may have been sent, it is never
/// sent again.
/// </summary>
internal readonly struct BulkCopyCall(ResilientMySqlBulkCopy copy, string text, IRowSource source) : ICall<MySqlBulkCopyResult>
{
    // For binary and ignored columns the driver reads into user variables of its own, which nobody can miss on a new session
    // and nobody else is to find on this one.
    private const string VariablesKey = "bulk copy";
    private const string NothingToReplay = "DO 0";

    public StatementEffects EffectsOn(ServerDialects dialect) => StatementCache.Classify(text, dialect);

    public string Text => text;

    public TimeSpan Timeout => copy.Timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<MySqlBulkCopyResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlBulkCopy inner = copy.Attach(session, budget);
        session.Watch.Runs(copy.Running!);
        try
        {
            MySqlBulkCopyResult result = await TIo.CopyAsync(inner, source).ConfigureAwait(false);
            return copy.WasStopped ? throw Stopped() : result;
        }
        catch (MySqlException failure)
        {
            if (failure.ErrorCode is MySqlErrorCode.BulkCopyFailed)
                failure.NoteOutcome(ExecutionOutcome.Executed);
            else if (DriverExceptions.IsSourceFailure(failure))
                failure.NoteOutcome(ExecutionOutcome.Unknown);
            else if (!copy.HasReadRows && session.IsAlive)
                await RowLimit.LiftAsync<TIo>(session).ConfigureAwait(false);

            throw;
        }
        finally
        {
            copy.Detach(inner);
            if (copy.HasReadRows)
                session.Ledger.NoteSetting(VariablesKey, NothingToReplay);
        }
    }

    /// <summary>The server was done with what it had got before it was asked to stop.</summary>
    private static OperationCanceledException Stopped()
    {
        var stopped = new OperationCanceledException("The copy was cancelled; rows that were sent before may be there.");
        stopped.NoteOutcome(ExecutionOutcome.Unknown);
        return stopped;
    }

    public bool TryRollBackWithoutServer(out MySqlBulkCopyResult result)
    {
        result = null!;
        return false;
    }
}
