using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;

namespace ResilientMySql;

/// <summary>Fills a <see cref="DataSet"/> or <see cref="DataTable"/> and writes its changes back.</summary>
/// <remarks>
/// <para>Takes the place of <see cref="MySqlDataAdapter"/>. Every command keeps the promises that it keeps by itself: a session
/// that died while nobody looked is replaced, and a row whose write was lost under way fails with a
/// <see cref="ResilientMySqlException"/> that says that the outcome is unknown. Update in a transaction to have all rows or none.</para>
/// <para>With <see cref="UpdateBatchSize"/> rows are written in batches; where one is lost, any number of its rows may have been
/// written. The driver joins some batches of INSERT into one statement; here they stay one statement a row, in one round
/// trip.</para>
/// <para>Instances are not thread-safe.</para>
/// </remarks>
public sealed class ResilientMySqlDataAdapter : DbDataAdapter
{
    private ResilientMySqlBatch? _batch;

    /// <summary>An adapter to be given commands.</summary>
    public ResilientMySqlDataAdapter()
    {
        GC.SuppressFinalize(this);
    }

    /// <summary>An adapter that fills with a command.</summary>
    public ResilientMySqlDataAdapter(ResilientMySqlCommand selectCommand)
        : this()
    {
        SelectCommand = selectCommand;
    }

    /// <summary>An adapter that fills with a statement; a closed connection is opened for it and closed again.</summary>
    public ResilientMySqlDataAdapter(string selectCommandText, ResilientMySqlConnection connection)
        : this(new ResilientMySqlCommand(selectCommandText, connection))
    {
    }

    /// <summary>An adapter that fills with a statement, on a connection of its own.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The command has it; whoever disposes of that may dispose of it too.")]
    public ResilientMySqlDataAdapter(string selectCommandText, string connectionString)
        : this(selectCommandText, new ResilientMySqlConnection(connectionString))
    {
    }

    /// <summary>Raised before a row is written.</summary>
    public event ResilientMySqlRowUpdatingEventHandler? RowUpdating;

    /// <summary>Raised after a row was written, or could not be.</summary>
    public event ResilientMySqlRowUpdatedEventHandler? RowUpdated;

    /// <summary>Deletes a row.</summary>
    public new ResilientMySqlCommand? DeleteCommand
    {
        get => (ResilientMySqlCommand?)base.DeleteCommand;
        set => base.DeleteCommand = value;
    }

    /// <summary>Inserts a row.</summary>
    public new ResilientMySqlCommand? InsertCommand
    {
        get => (ResilientMySqlCommand?)base.InsertCommand;
        set => base.InsertCommand = value;
    }

    /// <summary>Reads the rows.</summary>
    public new ResilientMySqlCommand? SelectCommand
    {
        get => (ResilientMySqlCommand?)base.SelectCommand;
        set => base.SelectCommand = value;
    }

    /// <summary>Updates a row.</summary>
    public new ResilientMySqlCommand? UpdateCommand
    {
        get => (ResilientMySqlCommand?)base.UpdateCommand;
        set => base.UpdateCommand = value;
    }

    /// <summary>How many rows are written in one round trip; 1 for each by itself; 0, the default, for all of them.</summary>
    public override int UpdateBatchSize { get; set; }

    /// <inheritdoc/>
    protected override void OnRowUpdating(RowUpdatingEventArgs value) => RowUpdating?.Invoke(this, (ResilientMySqlRowUpdatingEventArgs)value);

    /// <inheritdoc/>
    protected override void OnRowUpdated(RowUpdatedEventArgs value) => RowUpdated?.Invoke(this, (ResilientMySqlRowUpdatedEventArgs)value);

    /// <inheritdoc/>
    protected override RowUpdatingEventArgs CreateRowUpdatingEvent(
        DataRow dataRow, IDbCommand? command, StatementType statementType, DataTableMapping tableMapping) =>
        new ResilientMySqlRowUpdatingEventArgs(dataRow, command, statementType, tableMapping);

    /// <inheritdoc/>
    protected override RowUpdatedEventArgs CreateRowUpdatedEvent(
        DataRow dataRow, IDbCommand? command, StatementType statementType, DataTableMapping tableMapping) =>
        new ResilientMySqlRowUpdatedEventArgs(dataRow, command, statementType, tableMapping);

    /// <inheritdoc/>
    protected override void InitializeBatching() => _batch = new();

    /// <inheritdoc/>
    protected override void TerminateBatching()
    {
        _batch?.Dispose();
        _batch = null;
    }

    /// <inheritdoc/>
    protected override int AddToBatch(IDbCommand command)
    {
        var added = (ResilientMySqlCommand)command;
        if (_batch!.Connection is null)
            (_batch.Connection, _batch.Transaction) = (added.Connection, added.Transaction);

        // The adapter goes on to use the command for the next row.
        var copy = new MySqlBatchCommand(added.CommandText) { CommandType = added.CommandType };
        foreach (MySqlParameter parameter in added.Parameters)
            copy.Parameters.Add(parameter.Clone());

        _batch.BatchCommands.Add(copy);
        return _batch.BatchCommands.Count - 1;
    }

    /// <inheritdoc/>
    protected override void ClearBatch() => _batch!.BatchCommands.Clear();

    /// <inheritdoc/>
    protected override int ExecuteBatch() => _batch!.ExecuteNonQuery();
}
