using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Changes the default schema.</summary>
internal readonly struct ChangeDatabaseCall(string databaseName, TimeSpan timeout) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.UseSchema);

    public string Text => "USE `" + databaseName.Replace("`", "``", StringComparison.Ordinal) + "`";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        await TIo.ChangeDatabaseAsync(session.Driver, databaseName).ConfigureAwait(false);
        return true;
    }

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
