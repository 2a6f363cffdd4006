using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Transactions;

/// <summary>A statement that begins, prepares or ends a session's part in a transaction.</summary>
/// <param name="text">The statement.</param>
/// <param name="kind">What it does; XA statements are not understood by their text.</param>
/// <param name="timeout">How long it may take, recovery included.</param>
/// <param name="write">Writes it anew each time that it is sent, where it must not be the same twice.</param>
internal readonly struct BranchCall(string text, StatementKind kind, TimeSpan timeout, Func<string>? write = null) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(kind);

    public string Text => text;

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        TimeSpan left = budget?.CallLeft ?? timeout;
        using var command = new MySqlCommand(write is null ? text : write(), session.Driver)
        {
            CommandTimeout = timeout == System.Threading.Timeout.InfiniteTimeSpan ? 0 : (int)Math.Max(1, Math.Ceiling(left.TotalSeconds)),
        };
        session.Watch.Runs(command);
        await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
        return true;
    }

    /// <summary>The server rolls back what died with its session.</summary>
    public bool TryRollBackWithoutServer(out bool result) => result = true;
}
