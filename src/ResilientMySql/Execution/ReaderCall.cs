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
    public StatementEffects Effects => command.Effects;

    public string Text => command.CommandText;

    public TimeSpan Timeout => command.Timeout;

    public bool LeavesReaderOpen => true;

    public async ValueTask<MySqlDataReader> ExecuteAsync<TIo>(Session session, CallBudget? budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        await command.AttachAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
        return await TIo.ExecuteReaderAsync(command.Inner, behavior, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Only a server gives a reader.</summary>
    public bool TryRollBackWithoutServer(out MySqlDataReader result)
    {
        result = null!;
        return false;
    }
}
