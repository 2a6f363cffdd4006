using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Calls;

/// <summary>What callers are told when something is lost: one sentence on what, and one on what to do.</summary>
internal static class LossMessages
{
    public static Loss PoolExhausted(SessionSettings settings, TimeSpan elapsed) => new(
        LossCause.PoolExhausted, ExecutionOutcome.NotExecuted,
        $"No session came free within {(long)settings.Pool.AcquireTimeout.TotalSeconds} s: all {settings.Pool.MaximumSize} are in use.",
        "Close connections sooner, or raise Maximum Pool Size.")
    {
        IsTransient = true,
        Elapsed = elapsed,
    };

    public static Loss TransactionLost(string server, bool isUncertain) => isUncertain
        ? new(
            LossCause.Transaction, ExecutionOutcome.Unknown,
            $"The session on {server} died with its transaction, in which something ran that may have committed.",
            "Roll back or dispose of the transaction, and look at the data before repeating it.")
        : new(
            LossCause.Transaction, ExecutionOutcome.NotExecuted,
            $"The session on {server} died with its transaction, which the server rolls back (in tables of a transactional engine).",
            "Roll back or dispose of the transaction, then repeat it from its start.");

    public static Loss CommitUnknown(string server) => new(
        LossCause.Commit, ExecutionOutcome.Unknown,
        $"The session on {server} died while a statement that commits was under way.",
        "The transaction is committed or rolled back as a whole; look at the data before repeating it.");

    public static Loss StateLost(string? pin, ExecutionOutcome outcome) => new(
        LossCause.SessionState, outcome,
        $"The session died with state that cannot be rebuilt, left by: {pin}.",
        $"{Ran(outcome)} Close the connection, open it again and set that state up anew.");

    public static Loss OneShotLost(string sql, ExecutionOutcome outcome) => new(
        LossCause.OneShotState, outcome,
        $"The session died, and with it what this statement asks for: {StatementText.WithoutValues(sql)}.",
        Ran(outcome));

    public static Loss OutcomeUnknown(string server, string sql) => new(
        LossCause.Link, ExecutionOutcome.Unknown,
        $"The session on {server} died after the statement was sent and before it was answered: {StatementText.WithoutValues(sql)}.",
        "It may have run; look at the data before repeating it.");

    public static Loss Forbidden(string server, ExecutionOutcome outcome) => new(
        LossCause.Link, outcome,
        $"The session on {server} died, and a handler of the event Rehydrating forbade to replace it.",
        Ran(outcome));

    public static Loss LinkLost(string server, ExecutionOutcome outcome) => outcome is ExecutionOutcome.NotExecuted
        ? new(LossCause.Link, outcome, $"The session on {server} died and could not be replaced in time.", "The statement did not run.")
        {
            IsTransient = true,
        }
        : new(LossCause.Link, outcome, $"The session on {server} died while the statement ran and could not be replaced in time.", "It only reads, or touches only its own session, and may be repeated.")
        {
            IsTransient = true,
        };

    public static Loss ResultSetLost(string server) => new(
        LossCause.ResultSet, ExecutionOutcome.Unknown,
        $"The session on {server} died while its result set was read.",
        "The rows read so far are right; the rest is lost.");

    private static string Ran(ExecutionOutcome outcome) => outcome is ExecutionOutcome.NotExecuted
        ? "The statement did not run."
        : "The statement was sent and may have run; look at the data before repeating it.";
}
