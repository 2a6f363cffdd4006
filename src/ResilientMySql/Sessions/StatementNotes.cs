using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Statements;
using ResilientMySql.Wire;

namespace ResilientMySql.Sessions;

/// <summary>Takes down what statements do to a session: to its transaction, its settings, and what else its lease leaves on it.</summary>
internal sealed class StatementNotes(Session session)
{
    /// <summary>What the server has said of the session behind the query that is just being completed; null where it was not heard.</summary>
    public ServerStatus? Told { get; set; }

    /// <summary>A statement has run.</summary>
    public void Completed(StatementEffects effects, string text)
    {
        session.Memory.NoteCompleted(effects);
        if (effects.Kind is not StatementKind.Read || session.Transaction.State is not TransactionState.None)
            TakeDown(effects, text);

        // It knows more of the transaction than the text says.
        Hear(Told);
        Told = null;
    }

    /// <summary>The server has said at the end of an answer what has become of the session; null where it was not heard.</summary>
    /// <remarks>Whether a System.Transactions transaction goes on is not the server's to say.</remarks>
    public void Hear(ServerStatus? status)
    {
        if (status is { } told && session.Branch is null)
            session.Transaction.Move(TransactionEvents.Of(told));
    }

    /// <summary>A statement was sent and did not succeed: what it may have done to the transaction.</summary>
    public void Sent(StatementEffects effects) => session.Transaction.Move(TransactionEvents.OfFailed(effects.Kind));

    /// <summary>A statement has failed, and the session is still there: what it may have left behind.</summary>
    /// <param name="effects">What it would have done.</param>
    /// <param name="text">The statement.</param>
    /// <param name="answer">The server's error; null where it was none.</param>
    public void Failed(StatementEffects effects, string text, MySqlException? answer)
    {
        session.Memory.NoteFailed();
        if (answer is not null)
            Heed(answer);

        StatementEffects left = SetStatement.MayFailHalfWay(effects.Kind, text) ? effects with { Kind = StatementKind.Pin } : effects;
        if (left.Pins)
            session.Ledger.Note(left.Kind, text);

        if (left.Pins || left.Kind is StatementKind.ImplicitCommit)
            session.Traces.Note(left);
    }

    /// <summary>The server has answered with an error: what that means for the session as a whole.</summary>
    public void Heed(MySqlException answer)
    {
        ServerErrorMeaning meaning = ServerErrors.MeaningOf(answer.ErrorCode);
        if (meaning.HasFlag(ServerErrorMeaning.RetiresSession) || session.Pool.Settings.RetiresAfter?.Invoke(answer) is true)
            session.Traces.Retire();

        if (meaning.HasFlag(ServerErrorMeaning.RollsBackTransaction))
            session.Transaction.Move(TransactionEvent.RolledBackByServer);
        else if (meaning.HasFlag(ServerErrorMeaning.MayEndTransaction))
            session.Transaction.Move(TransactionEvent.MayHaveEnded);
    }

    private void TakeDown(StatementEffects effects, string text)
    {
        session.Transaction.Move(TransactionEvents.Of(effects.Kind));
        session.Ledger.Note(effects.Kind, text);
        session.Traces.Note(effects);
    }
}
