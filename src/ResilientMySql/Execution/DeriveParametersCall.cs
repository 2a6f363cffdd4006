using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Reads what parameters a stored procedure has.</summary>
internal readonly struct DeriveParametersCall(ResilientMySqlCommand command) : ICall<bool>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Read);

    public string Text => "SELECT * FROM INFORMATION_SCHEMA.PARAMETERS";

    public TimeSpan Timeout => command.Timeout;

    public bool LeavesReaderOpen => false;

    public async ValueTask<bool> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        command.Attach(session, budget);
        command.RunAs(command.CommandText);
        await TIo.DeriveParametersAsync(command.Inner).ConfigureAwait(false);
        return true;
    }

    public bool TryRollBackWithoutServer(out bool result) => result = false;
}
