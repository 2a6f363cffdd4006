using System.Data;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Executes a command or a batch for its result sets.</summary>
internal readonly struct ReaderCall<TStatement>(TStatement statement, CommandBehavior behavior) : ICall<MySqlDataReader>
    where TStatement : struct, IDriverStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => statement.EffectsOn(dialect);

    public string Text => statement.Text;

    public TimeSpan Timeout => statement.Timeout;

    public bool LeavesReaderOpen => true;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public async ValueTask<MySqlDataReader> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await statement.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(statement.Running);
        if ((behavior & CommandBehavior.SchemaOnly) != 0)
            RowLimit.NoteLifted(session);

        try
        {
            return await statement.ExecuteReaderAsync<TIo>(behavior).ConfigureAwait(false);
        }
        catch (MySqlException) when ((behavior & CommandBehavior.SchemaOnly) != 0 && session.IsAlive)
        {
            await RowLimit.LiftAsync<TIo>(session).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Only a server gives a reader.</summary>
    public bool TryRollBackWithoutServer(out MySqlDataReader result)
    {
        result = null!;
        return false;
    }
}
