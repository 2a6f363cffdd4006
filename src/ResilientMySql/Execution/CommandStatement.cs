using System.Data;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>A command, to be executed or prepared.</summary>
internal readonly struct CommandStatement(ResilientMySqlCommand command, CommandUse use) : IDriverStatement
{
    public StatementEffects EffectsOn(ServerDialects dialect) => command.EffectsOn(dialect);

    public string Text => command.CommandText;

    public bool IsList => StatementList.MayBeSeveral(command.CommandText);

    public TimeSpan Timeout => command.Timeout;

    public ValueTask AttachAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        command.Attach(session, budget);
        return CommandPreparation.ChooseAsync<TIo>(session, command, use);
    }

    public object Running => command.Inner;

    public ValueTask<int> ExecuteNonQueryAsync<TIo>()
        where TIo : struct, IDriverIo => TIo.ExecuteNonQueryAsync(command.Inner);

    public ValueTask<object?> ExecuteScalarAsync<TIo>()
        where TIo : struct, IDriverIo => TIo.ExecuteScalarAsync(command.Inner);

    public ValueTask<MySqlDataReader> ExecuteReaderAsync<TIo>(CommandBehavior behavior)
        where TIo : struct, IDriverIo => TIo.ExecuteReaderAsync(command.Inner, behavior);

    public ValueTask<bool> PrepareAsync<TIo>(Session session)
        where TIo : struct, IDriverIo => CommandPreparation.PrepareAsync<TIo>(session, command);
}
