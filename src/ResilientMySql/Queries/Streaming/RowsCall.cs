using System.Runtime.CompilerServices;
using ResilientMySql.Calls;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries.Streaming;

/// <summary>
/// Executes a generated statement, past the driver where that can be, and leaves its rows to be read. It may be repeated until then,
/// and not afterwards.
/// </summary>
internal readonly struct RowsCall<TStatement>(in TStatement statement, int timeout) : ICall<OpenedRows>
    where TStatement : struct, IStatement
{
    private readonly StreamCall<TStatement> _throughDriver = new(statement, timeout);

    public StatementEffects EffectsOn(ServerDialects dialect) => _throughDriver.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => _throughDriver.Timeout;

    public bool LeavesReaderOpen => true;

    public ValueTask<OpenedRows> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo => WirePath.For(session, _throughDriver.QueryText) is { } channel
        ? ExecuteOnWireAsync<TIo>(session, channel, budget)
        : ExecuteThroughDriverAsync<TIo>(session, budget);

    /// <summary>Only a server gives rows.</summary>
    public bool TryRollBackWithoutServer(out OpenedRows result)
    {
        result = default;
        return false;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<OpenedRows> ExecuteOnWireAsync<TIo>(Session session, WireChannel channel, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        WireStatement? statement = await WirePath.FindAsync<TIo>(session, channel, _throughDriver.QueryText, hasRows: true).ConfigureAwait(false);
        if (statement is null)
            return await ExecuteThroughDriverAsync<TIo>(session, budget).ConfigureAwait(false);

        channel.Claim();
        bool isOpen = false;
        try
        {
            session.Watch.RunsUntimed(channel.Marker);
            WirePath.Encode(channel, statement, _throughDriver.Statement);
            await channel.ExecuteAsync<TIo>().ConfigureAwait(false);
            isOpen = true;
            return new OpenedRows(null, statement);
        }
        catch (Exception exception)
        {
            await WirePath.SettleAsync<TIo>(channel, exception).ConfigureAwait(false);
            throw;
        }
        finally
        {
            if (!isOpen)
                channel.Release();
        }
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<OpenedRows> ExecuteThroughDriverAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo =>
        new(await _throughDriver.ExecuteAsync<TIo>(session, budget).ConfigureAwait(false), null);
}
