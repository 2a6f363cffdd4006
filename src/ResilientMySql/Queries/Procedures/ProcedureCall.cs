using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.Procedures;

/// <summary>Calls a procedure for what its arguments are afterwards. Nobody knows what it does, so that it never runs twice.</summary>
internal readonly struct ProcedureCall<TProcedure, TResult>(in TProcedure procedure, int timeout) : ICall<TResult>
    where TProcedure : struct, IProcedure<TResult>
{
    private readonly TProcedure _procedure = procedure;

    public StatementEffects EffectsOn(ServerDialects dialect) => StatementEffects.Opaque;

    public string Text => ProcedureTexts<TProcedure, TResult>.ShownText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => false;

    public async ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand(ProcedureTexts<TProcedure, TResult>.CommandText, session.Driver, session.DriverTransaction);
        command.CommandTimeout = budget?.SecondsLeft(timeout) ?? timeout;
        Bind(command.Parameters);
        session.Watch.Runs(command);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, default).ConfigureAwait(false);
        TResult result;
        try
        {
            result = await ReadAsync<TIo>(reader).ConfigureAwait(false);
        }
        catch
        {
            await QuietClosing.CloseAsync<TIo>(reader).ConfigureAwait(false);
            throw;
        }

        await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        return result;
    }

    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return false;
    }

    /// <summary>In the order of the placeholders: INOUT arguments are set before the call.</summary>
    private void Bind(MySqlParameterCollection parameters)
    {
        TProcedure procedure = _procedure;
        var sink = new DriverParameterSink(parameters);
        try
        {
            procedure.Bind(ref sink);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }

        int set = 0;
        int next = 0;
        foreach (ProcedureArgument argument in TProcedure.Arguments)
        {
            if ((argument & ProcedureArgument.InOut) is ProcedureArgument.InOut)
                Move(parameters, next, set++);

            if ((argument & ProcedureArgument.In) is not ProcedureArgument.None)
                next++;
        }
    }

    private static void Move(MySqlParameterCollection parameters, int from, int to)
    {
        if (from == to)
            return;

        MySqlParameter parameter = parameters[from];
        parameters.RemoveAt(from);
        parameters.Insert(to, parameter);
    }

    /// <summary>The arguments come behind the result sets of the procedure itself, which nobody wants.</summary>
    private static async ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader)
        where TIo : struct, IDriverIo
    {
        bool hasRow = await TIo.ReadAsync(reader).ConfigureAwait(false);
        while (!hasRow || reader.GetName(0) != ProcedureText.Mark)
        {
            if (!await TIo.NextResultAsync(reader).ConfigureAwait(false))
                throw new InvalidOperationException($"The server did not say what the arguments are after {ProcedureTexts<TProcedure, TResult>.ShownText}.");

            hasRow = await TIo.ReadAsync(reader).ConfigureAwait(false);
        }

        return ReadOut(reader);
    }

    private static TResult ReadOut(MySqlDataReader reader)
    {
        var row = new DriverRow(reader);
        try
        {
            return TProcedure.ReadOut(ref row);
        }
        catch (Exception exception) when (!row.IsReading && CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
        catch (Exception exception) when (row.IsReading)
        {
            InvalidCastException reason = row.Explain(exception, []);
            throw new InvalidCastException($"{ProcedureTexts<TProcedure, TResult>.ShownText}, OUT arguments as columns: {reason.Message}", exception);
        }
    }
}
