using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Calls;

/// <summary>One thing to do on a session, as often as the pipeline says.</summary>
internal interface ICall<TResult>
{
    /// <summary>What it does on a server of that dialect.</summary>
    StatementEffects EffectsOn(ServerDialects dialect);

    /// <summary>The SQL behind it.</summary>
    string Text { get; }

    /// <summary>How long it may take, recovery included; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Whether success leaves a reader open, whose rows are still to come.</summary>
    bool LeavesReaderOpen { get; }

    /// <summary>Does it once; <paramref name="budget"/> is null on the first try.</summary>
    ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo;

    /// <summary>The result of a rollback whose session is gone: the server has done it. False where only a server can answer.</summary>
    bool TryRollBackWithoutServer(out TResult result);
}
