using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>Runs a generated query and reads its result set to the end, so that all of it may be repeated.</summary>
internal readonly struct QueryCall<TQuery, TResult, TShape>(in TQuery query, int timeout) : ICall<TResult>
    where TQuery : struct, IStatement
    where TShape : struct, IResultShape<TResult>
{
    private readonly TQuery _query = query;
    private readonly QueryText _text = QueryTexts<TQuery>.For(query);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TQuery>.EffectsOn(dialect);

    public string Text => TQuery.CommandText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => false;

    public ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo => WirePath.For(session, _text) is { } channel
        ? ExecuteOnWireAsync<TIo>(session, channel, budget)
        : ExecuteThroughDriverAsync<TIo>(session, budget);

    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return false;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<TResult> ExecuteOnWireAsync<TIo>(Session session, WireChannel channel, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        WireStatement? statement = await WirePath.FindAsync<TIo>(session, channel, _text, hasRows: true).ConfigureAwait(false);
        if (statement is null)
            return await ExecuteThroughDriverAsync<TIo>(session, budget).ConfigureAwait(false);

        channel.Claim();
        try
        {
            session.Watch.RunsUntimed(channel.Marker);
            WirePath.Encode(channel, statement, _query);
            await channel.ExecuteAsync<TIo>().ConfigureAwait(false);
            var rows = new WireRows(channel, isNew: !statement.HasWorkedWith(channel.Columns));
            rows.Hold(TShape.Members, Text);
            TResult result = await TShape.ReadAsync<TIo, WireRows>(rows).ConfigureAwait(false);
            statement.NoteWorkedWith(channel.Columns);
            await WirePath.FinishAsync<TIo>(channel, session.MindsTheRestOf(EffectsOn(session.Dialect))).ConfigureAwait(false);
            session.Notes.Told = channel.Status;
            return result;
        }
        catch (Exception exception)
        {
            await WirePath.SettleAsync<TIo>(channel, exception).ConfigureAwait(false);
            throw;
        }
        finally
        {
            channel.Release();
        }
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<TResult> ExecuteThroughDriverAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TQuery>(session, _text, _query, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, default).ConfigureAwait(false);
            TResult result;
            try
            {
                bool isNew = !session.Statements.HasWorked;
                var rows = new DriverRows(reader, isNew);
                rows.Hold(TShape.Members, Text);
                result = await TShape.ReadAsync<TIo, DriverRows>(rows).ConfigureAwait(false);
                if (isNew)
                    session.Statements.NoteWorked();

                while (session.MindsTheRestOf(EffectsOn(session.Dialect)) && await TIo.NextResultAsync(reader).ConfigureAwait(false))
                {
                }
            }
            catch
            {
                await QuietClosing.CloseAsync<TIo>(reader).ConfigureAwait(false);
                throw;
            }

            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
            return result;
        }
        finally
        {
            session.Statements.End(command, session.Pool.Time);
        }
    }
}
