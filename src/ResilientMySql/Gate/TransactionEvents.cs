using ResilientMySql.Statements;
using ResilientMySql.Wire;

namespace ResilientMySql.Gate;

/// <summary>Which event a statement is.</summary>
internal static class TransactionEvents
{
    /// <summary>Once it has succeeded.</summary>
    public static TransactionEvent Of(StatementKind kind) => kind switch
    {
        StatementKind.Begin => TransactionEvent.TextBegun,
        StatementKind.Commit or StatementKind.Rollback or StatementKind.ImplicitCommit => TransactionEvent.TextEnded,
        StatementKind.AutocommitOff => TransactionEvent.AutocommitOff,
        StatementKind.AutocommitOn => TransactionEvent.AutocommitOn,
        StatementKind.Pin or StatementKind.Opaque => TransactionEvent.MayHaveEnded,
        StatementKind.Read => TransactionEvent.QueryRan,
        StatementKind.Empty or StatementKind.UseSchema or StatementKind.SetSession => TransactionEvent.None,
        _ => TransactionEvent.StatementRan,
    };

    /// <summary>Once it was sent and did not succeed: DDL commits before it fails.</summary>
    public static TransactionEvent OfFailed(StatementKind kind) => kind switch
    {
        StatementKind.Begin or StatementKind.Commit or StatementKind.ImplicitCommit or StatementKind.AutocommitOn
            or StatementKind.Pin or StatementKind.Opaque => TransactionEvent.MayHaveEnded,
        _ => TransactionEvent.StatementRan,
    };

    /// <summary>What the server says behind a statement.</summary>
    public static TransactionEvent Of(ServerStatus told) =>
        told.HasFlag(ServerStatus.InTransaction) ? TransactionEvent.FoundOpen : TransactionEvent.FoundClosed;
}
