using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>
/// Finds or makes a session's prepared command of a generated statement, with the arguments in it. A new one is kept by the
/// caller once it has worked.
/// </summary>
internal static class PreparedQuery
{
    public static ValueTask<MySqlCommand> BindAsync<TIo, TStatement>(
        Session session, in TStatement statement, CallBudget? budget)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        MySqlCommand? prepared = session.Queries.Find(QuerySlot<TStatement>.Index);
        MySqlCommand command = prepared ?? new MySqlCommand(QuerySlot<TStatement>.PreparedText, session.Driver);
        var sink = new DriverParameterSink(command.Parameters);
        statement.Bind(ref sink);
        int timeout = session.Pool.Settings.DefaultCommandTimeout;
        int seconds = budget?.SecondsLeft(timeout) ?? timeout;
        if (command.CommandTimeout != seconds)
            command.CommandTimeout = seconds;

        return prepared is not null || QuerySlot<TStatement>.IsList ? new(command) : PrepareAsync<TIo>(command);
    }

    private static async ValueTask<MySqlCommand> PrepareAsync<TIo>(MySqlCommand command)
        where TIo : struct, IDriverIo
    {
        try
        {
            await TIo.PrepareAsync(command).ConfigureAwait(false);
        }
        catch (MySqlException refused) when (refused.ErrorCode is MySqlErrorCode.UnsupportedPreparedStatement)
        {
            // A few statements cannot be prepared; the driver sends them as text.
        }

        return command;
    }
}
