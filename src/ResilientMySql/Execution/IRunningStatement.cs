using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>What was executed on a session, and may have rows to be read: a command, a batch or a generated statement.</summary>
internal interface IRunningStatement
{
    /// <summary>What it does on a server of that dialect.</summary>
    StatementEffects EffectsOn(ServerDialects dialect);

    /// <summary>How long it may take, recovery included; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    TimeSpan Timeout { get; }

    /// <summary>The driver's command or batch, which the session's watch can cancel.</summary>
    object Running { get; }
}
