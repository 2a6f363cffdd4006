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

/// <summary>Runs a generated statement without a result set.</summary>
internal readonly struct ExecuteCall<TStatement, TOutcome, TResult>(in TStatement statement, int timeout) : ICall<TResult>
    where TStatement : struct, IStatement
    where TOutcome : struct, INonQueryResult<TResult>
{
    private readonly TStatement _statement = statement;
    private readonly QueryText _text = QueryTexts<TStatement>.For(statement);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public bool LeavesReaderOpen => false;

    public ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo => WirePath.For(session, _text) is { } channel
        ? ExecuteOnWireAsync<TIo>(session, channel, budget)
        : ExecuteThroughDriverAsync<TIo>(session, budget);

    /// <summary>Of a ROLLBACK there is nothing to tell.</summary>
    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return true;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<TResult> ExecuteOnWireAsync<TIo>(Session session, WireChannel channel, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        WireStatement? statement = await WirePath.FindAsync<TIo>(session, channel, _text, hasRows: false).ConfigureAwait(false);
        if (statement is null)
            return await ExecuteThroughDriverAsync<TIo>(session, budget).ConfigureAwait(false);

        channel.Claim();
        try
        {
            session.Watch.RunsUntimed(channel.Marker);
            WirePath.Encode(channel, statement, _statement);
            await channel.ExecuteAsync<TIo>().ConfigureAwait(false);
            await channel.SkipAsync<TIo>().ConfigureAwait(false);
            session.Notes.Told = channel.Status;
            return TOutcome.Of(channel);
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
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, _text, _statement, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            int affected = await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
            session.Statements.NoteWorked();
            return TOutcome.Of(command, affected);
        }
        finally
        {
            session.Statements.End(command, session.Pool.Time);
        }
    }
}
