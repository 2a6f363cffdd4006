using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Sets, releases or rolls back to a savepoint of a transaction that an object stands for.</summary>
/// <param name="transaction">The driver's transaction.</param>
/// <param name="sql">The statement.</param>
/// <param name="timeout">How long it may take.</param>
internal readonly struct SavepointCall(MySqlTransaction transaction, string sql, TimeSpan timeout) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Savepoint);

    public string Text => sql;

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand(sql, session.Driver, transaction);
        session.Watch.Runs(command);
        await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
        return true;
    }

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
