using System.Diagnostics;
using static ResilientMySql.Gate.TransactionEvent;
using static ResilientMySql.Gate.TransactionState;

namespace ResilientMySql.Gate;

/// <summary>
/// Follows the transaction on a session, so that nothing is repaired or repeated while one is open, and nothing of a torn one
/// runs by itself on a new session.
/// </summary>
internal sealed class TransactionGuard
{
    private bool _autocommitIsOff;

    public TransactionState State { get; private set; }

    /// <summary>Whether a transaction is open, or may be.</summary>
    public bool IsOpen => State is TransactionState.Object or Text or Implied;

    public bool IsTorn => State is Torn;

    /// <summary>The one place where the state changes.</summary>
    public void Move(TransactionEvent happened)
    {
        if (happened is AutocommitOff or AutocommitOn)
            _autocommitIsOff = happened is AutocommitOff;

        State = Next(State, happened, _autocommitIsOff ? Due : TransactionState.None);
    }

    /// <summary>The transition table; <paramref name="resting"/> is the state between transactions.</summary>
    private static TransactionState Next(TransactionState state, TransactionEvent happened, TransactionState resting) =>
        (state, happened) switch
        {
            (_, TransactionEvent.None) => state,
            (Torn, ObjectEnded or TextEnded) => resting,
            (Torn, _) => Torn,
            (_, ObjectBegun) => TransactionState.Object,
            (_, ObjectEnded) => resting,
            (TransactionState.Object, SessionLost) => Torn,
            (TransactionState.Object, _) => TransactionState.Object,
            (_, TextBegun) => Text,
            (_, TextEnded or AutocommitOff or AutocommitOn) => resting,
            (Due, StatementRan) => Implied,
            (_, StatementRan) => state,
            (Text or Implied, SessionLost) => Torn,
            (TransactionState.None or Due, SessionLost) => state,
            _ => throw new UnreachableException($"Transaction {state} met {happened}."),
        };
}
