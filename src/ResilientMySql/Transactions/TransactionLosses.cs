using ResilientMySql.Calls;

namespace ResilientMySql.Transactions;

/// <summary>What callers are told when a scope's transaction neither commits nor is rolled back cleanly.</summary>
internal static class TransactionLosses
{
    /// <summary>The server answered the commit, and its answer leaves it open.</summary>
    public static Loss CommitDoubtful(string server) => new(
        LossCause.Commit, ExecutionOutcome.Unknown,
        $"{server} answered the commit with an error that does not say whether it was done.",
        "The transaction is committed or rolled back as a whole; look at the data before repeating it.");

    /// <summary>The transaction is to be committed, and this branch of it may not be yet.</summary>
    public static Loss BranchInDoubt(string server, Xid xid) => new(
        LossCause.Commit, ExecutionOutcome.Unknown,
        $"The session on {server} was lost while the prepared branch {xid} was committed.",
        $"It is committed, or still prepared and holds its locks; all other branches are to be committed. Ask {server}: if XA RECOVER lists it, end it with XA COMMIT {xid}.");

    /// <summary>Others decide over the branch, and have left that open.</summary>
    public static Loss BranchLeft(string server, Xid xid) => new(
        LossCause.Commit, ExecutionOutcome.Unknown,
        $"Another participant's part of the transaction is in doubt, and so is the prepared branch {xid} on {server}.",
        $"It holds its locks until XA COMMIT {xid} or XA ROLLBACK {xid} ends it.");

    /// <summary>The transaction is rolled back, and this branch of it may not be yet.</summary>
    public static Loss BranchNotRolledBack(string server, Xid xid) => new(
        LossCause.Transaction, ExecutionOutcome.NotExecuted,
        $"The session on {server} was lost while the branch {xid} was prepared, and the transaction is not committed.",
        $"If XA RECOVER on {server} lists the branch, it holds its locks until XA ROLLBACK {xid} ends it. Repeat the transaction from its start.");
}
