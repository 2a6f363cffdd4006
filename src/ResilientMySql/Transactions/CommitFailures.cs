using MySqlConnector;
using ResilientMySql.Failures;

namespace ResilientMySql.Transactions;

/// <summary>What a commit that did not succeed says about the transaction. Pure.</summary>
internal static class CommitFailures
{
    private const ServerErrorMeaning NotCommitted =
        ServerErrorMeaning.RollsBackTransaction | ServerErrorMeaning.MayEndTransaction | ServerErrorMeaning.RetiresSession;

    /// <summary>What became of the transaction: rolled back where that is proven, and in doubt in every other case.</summary>
    public static Completion Judge(Exception failure, string server)
    {
        if (ProvesRollback(failure))
            return new(CompletionKind.RolledBack, failure);

        bool saysSo = failure is ResilientMySqlException { Outcome: ExecutionOutcome.Unknown };
        return new(CompletionKind.InDoubt, saysSo ? failure : TransactionLosses.CommitDoubtful(server).ToException(failure));
    }

    private static bool ProvesRollback(Exception failure) => (ResilientMySqlException.OutcomeOf(failure), failure) switch
    {
        (ExecutionOutcome.NotExecuted, _) => true,
        (not null, _) => false,
        (_, MySqlException { ErrorCode: MySqlErrorCode.XARBRollback or MySqlErrorCode.XARBTimeout }) => true,
        (_, MySqlException answer) => IsRefusal(ServerErrors.MeaningOf(answer.ErrorCode)),

        // The gate's: nothing was sent.
        (_, InvalidOperationException) => true,
        _ => false,
    };

    private static bool IsRefusal(ServerErrorMeaning meaning) =>
        !meaning.HasFlag(ServerErrorMeaning.LeavesInDoubt) && (meaning & NotCommitted) is not ServerErrorMeaning.None;
}
