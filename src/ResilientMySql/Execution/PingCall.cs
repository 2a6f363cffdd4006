using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Asks the server whether it is there. Counts as a statement: afterwards <c>ROW_COUNT()</c> is zero on both servers.</summary>
internal readonly struct PingCall(TimeSpan timeout) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Empty);

    public string Text => "PING";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo =>
        await TIo.PingAsync(session.Driver).ConfigureAwait(false)
            ? true
            : throw new IOException("The server did not answer a ping.");

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
