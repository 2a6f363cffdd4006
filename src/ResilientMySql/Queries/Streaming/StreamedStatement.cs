using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Streaming;

/// <summary>A generated statement whose rows are read one by one, and the command that it runs as.</summary>
/// <param name="statement">Its arguments.</param>
/// <param name="timeout">How long executing it, and each step through its rows, may take, in seconds; 0 for no limit.</param>
internal sealed class StreamedStatement<TStatement>(in TStatement statement, int timeout)
    where TStatement : struct, IStatement
{
    private readonly TStatement _statement = statement;
    private readonly QueryText _text = QueryTexts<TStatement>.For(statement);
    private Session? _session;
    private bool _hasWorked;

    public int Timeout => timeout;

    /// <summary>The driver's command, once it was executed.</summary>
    public MySqlCommand? Command { get; private set; }

    /// <summary>Finds its command, and takes it out of its place: nobody else is to use it while rows are read.</summary>
    public async ValueTask<MySqlCommand> AttachAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, _text, _statement, timeout, budget).ConfigureAwait(false);
        _hasWorked = session.Statements.HasWorked(_text.Slot, command);
        session.Statements.LetGo(_text.Slot, command);
        (Command, _session) = (command, session);
        return command;
    }

    /// <summary>Looks at the columns where the session has not run it before.</summary>
    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    public void Verify(MySqlDataReader rows, ReadOnlySpan<string> members)
    {
        ColumnCheck.Hold(rows, members, TStatement.CommandText, isNew: !_hasWorked);
        _hasWorked = true;
    }

    /// <summary>
    /// Its reader is closed: the next one may have the command, where its columns were right and the session is still on the same
    /// physical connection.
    /// </summary>
    public void GiveBack(ResilientMySqlConnection connection)
    {
        if (!_hasWorked || _session is not { } session || !ReferenceEquals(connection.LiveSession, session) || !ReferenceEquals(Command!.Connection, session.Driver))
            return;

        session.Statements.NoteWorked(_text.Slot, Command!);
        PreparedQuery.NoteEnded(session, _text, Command!);
    }
}
