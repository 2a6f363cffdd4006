using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Commits or rolls back the transaction that an object stands for.</summary>
/// <param name="transaction">The driver's transaction.</param>
/// <param name="ending"><see cref="StatementKind.Commit"/> or <see cref="StatementKind.Rollback"/>.</param>
/// <param name="timeout">How long it may take, recovery included.</param>
internal readonly struct EndTransactionCall(MySqlTransaction transaction, StatementKind ending, TimeSpan timeout) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(ending);

    public string Text => ending is StatementKind.Commit ? "COMMIT" : "ROLLBACK";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        if (ending is StatementKind.Commit)
            await TIo.CommitAsync(transaction).ConfigureAwait(false);
        else
            await TIo.RollbackAsync(transaction).ConfigureAwait(false);

        return true;
    }

    /// <summary>The server rolls back what died with its session.</summary>
    public bool TryRollBackWithoutServer(out bool result) => result = true;
}
