using ResilientMySql.Statements;

namespace ResilientMySql.Gate;

/// <summary>Which event a statement is once it has succeeded.</summary>
internal static class TransactionEvents
{
    public static TransactionEvent Of(StatementKind kind) => kind switch
    {
        StatementKind.Begin => TransactionEvent.TextBegun,
        StatementKind.Commit or StatementKind.Rollback or StatementKind.ImplicitCommit => TransactionEvent.TextEnded,
        StatementKind.AutocommitOff => TransactionEvent.AutocommitOff,
        StatementKind.AutocommitOn => TransactionEvent.AutocommitOn,
        StatementKind.Empty or StatementKind.UseSchema or StatementKind.SetSession => TransactionEvent.None,
        _ => TransactionEvent.StatementRan,
    };
}
