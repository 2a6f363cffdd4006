using System.Data;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Executes a command for its result sets.</summary>
internal readonly struct ReaderCall(ResilientMySqlCommand command, CommandBehavior behavior) : ICall<MySqlDataReader>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => command.EffectsOn(dialect);

    public string Text => command.CommandText;

    public TimeSpan Timeout => command.Timeout;

    public bool LeavesReaderOpen => true;

    public async ValueTask<MySqlDataReader> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await command.AttachAsync<TIo>(session, budget).ConfigureAwait(false);
        session.Watch.Runs(command.Inner);
        try
        {
            return await TIo.ExecuteReaderAsync(command.Inner, behavior).ConfigureAwait(false);
        }
        catch (MySqlException) when ((behavior & CommandBehavior.SchemaOnly) != 0 && session.IsAlive)
        {
            await LiftRowLimitAsync<TIo>(session).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>For a schema alone the driver limits the session to no rows, and leaves it so after an error.</summary>
    private static async ValueTask LiftRowLimitAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand("SET sql_select_limit = DEFAULT", session.Driver);
        await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
    }

    /// <summary>Only a server gives a reader.</summary>
    public bool TryRollBackWithoutServer(out MySqlDataReader result)
    {
        result = null!;
        return false;
    }
}
