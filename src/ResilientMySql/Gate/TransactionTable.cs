using System.Diagnostics;
using static ResilientMySql.Gate.TransactionEvent;
using static ResilientMySql.Gate.TransactionState;

namespace ResilientMySql.Gate;

/// <summary>The transitions of a session's transaction. Pure; printed in docs/guarantees.md.</summary>
internal static class TransactionTable
{
    /// <summary>The state with no transaction open.</summary>
    public static TransactionState Resting(bool autocommitIsOff) => autocommitIsOff ? Due : TransactionState.None;

    /// <summary>The state after the event.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="wasOff">Whether autocommit was off before.</param>
    public static TransactionState Next(TransactionState state, TransactionEvent happened, bool wasOff) => (state, happened) switch
    {
        (_, TransactionEvent.None) => state,
        (Torn, ObjectEnded or TextEnded) => Resting(wasOff),
        (Torn, _) => Torn,
        (_, ObjectBegun) => TransactionState.Object,
        (_, ObjectEnded) => Resting(wasOff),
        (TransactionState.Object, SessionLost) => Torn,
        (TransactionState.Object, _) => TransactionState.Object,
        (_, TextBegun) => Text,
        (_, TextEnded) => Resting(wasOff),

        // Errors can be raised by hand (SIGNAL): what a deadlock has ended for certain may go on here, until its user ends it.
        (_, RolledBackByServer) => state,

        // What somebody has begun goes on here until he ends it. What began by itself is over when the server says so.
        (TransactionState.None, FoundOpen) => Text,
        (Due, FoundOpen) => Implied,
        (Implied, FoundClosed) => Due,
        (_, FoundOpen or FoundClosed) => state,

        // Switching autocommit off commits nothing; switching it on does, where it was off.
        (TransactionState.None, AutocommitOff) => Due,
        (_, AutocommitOff) => state,
        (_, AutocommitOn) => wasOff ? TransactionState.None : state,
        (Due, QueryRan or StatementRan or MayHaveEnded) => Implied,
        (_, QueryRan or StatementRan or MayHaveEnded) => state,
        (Text or Implied, SessionLost) => Torn,
        (TransactionState.None or Due, SessionLost) => state,
        _ => throw new UnreachableException($"Transaction {state} met {happened}."),
    };

    /// <summary>
    /// Whether the event leaves a transaction open here, in the state <paramref name="next"/>, that the server may have ended.
    /// </summary>
    public static bool MakesUncertain(TransactionState next, TransactionEvent happened, bool wasOff) => (next, happened) switch
    {
        (_, MayHaveEnded) => true,
        (TransactionState.Object, TextBegun or TextEnded) => true,
        (TransactionState.Object or Text or Implied, RolledBackByServer) => true,
        (TransactionState.Object or Text, FoundClosed) => true,
        (TransactionState.Object, AutocommitOn) => wasOff,
        _ => false,
    };
}
