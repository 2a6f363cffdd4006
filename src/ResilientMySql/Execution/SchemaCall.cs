using System.Data;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Reads a schema collection, which the driver asks INFORMATION_SCHEMA for.</summary>
internal readonly struct SchemaCall(string collectionName, string?[]? restrictionValues, TimeSpan timeout) : ICall<DataTable>
{
    public StatementEffects EffectsOn(ServerDialects dialect) => new(StatementKind.Read);

    public string Text => $"SELECT * FROM INFORMATION_SCHEMA.{collectionName}";

    public TimeSpan Timeout => timeout;

    public bool LeavesReaderOpen => false;

    public ValueTask<DataTable> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo => TIo.GetSchemaAsync(session.Driver, collectionName, restrictionValues);

    public bool TryRollBackWithoutServer(out DataTable result)
    {
        result = null!;
        return false;
    }
}
