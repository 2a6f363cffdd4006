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

    /// <summary>
    /// Whether part of the transaction may be committed already: what is lost with it cannot be called rolled back.
    /// </summary>
    public bool IsUncertain { get; private set; }

    /// <summary>Whether anything ran in the transaction that a commit would make last.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Whether a transaction is open, or may be.</summary>
    public bool IsOpen => State is TransactionState.Object or Text or Implied;

    public bool IsTorn => State is Torn;

    /// <summary>Whether the state is the one that a session is opened with: no transaction, autocommit as the server has it.</summary>
    public bool IsAtRest => State is TransactionState.None or Due;

    /// <summary>A new physical connection, open and with its settings replayed.</summary>
    public void Start(bool autocommitIsOff)
    {
        _autocommitIsOff = autocommitIsOff;
        if (IsAtRest)
            State = TransactionTable.Resting(autocommitIsOff);
    }

    /// <summary>The one place where the state changes.</summary>
    public void Move(TransactionEvent happened)
    {
        bool wasOff = _autocommitIsOff;
        if (happened is AutocommitOff or AutocommitOn)
            _autocommitIsOff = happened is AutocommitOff;

        TransactionState next = TransactionTable.Next(State, happened, wasOff);
        bool goesOn = next is not (TransactionState.None or Due);
        IsUncertain = goesOn && (IsUncertain || TransactionTable.MakesUncertain(next, happened, wasOff));
        HasWritten = goesOn && (HasWritten || happened is StatementRan or MayHaveEnded);
        State = next;
    }
}
