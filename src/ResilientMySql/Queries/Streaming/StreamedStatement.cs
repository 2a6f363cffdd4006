using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Execution;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.Streaming;

/// <summary>A generated statement whose rows are read one by one.</summary>
/// <param name="command">What it was executed as.</param>
/// <param name="timeout">How long each step through its rows may take, in seconds; 0 for no limit.</param>
internal readonly struct StreamedStatement<TStatement>(MySqlCommand command, int timeout) : IRunningStatement
    where TStatement : struct, IStatement
{
    public TimeSpan Timeout => TimeLimits.OfSeconds(timeout);

    public object Running => command;

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);
}
