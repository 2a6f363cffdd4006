using System.Data;
using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;

namespace ResilientMySql;

/// <summary>
/// Makes the INSERT, UPDATE and DELETE that a <see cref="ResilientMySqlDataAdapter"/> writes changes back with, from its SELECT on
/// one table.
/// </summary>
/// <remarks>Takes the place of <see cref="MySqlCommandBuilder"/>. Instances are not thread-safe.</remarks>
public sealed class ResilientMySqlCommandBuilder : DbCommandBuilder
{
    /// <summary>A builder to be given an adapter.</summary>
    public ResilientMySqlCommandBuilder()
    {
        GC.SuppressFinalize(this);
        QuotePrefix = "`";
        QuoteSuffix = "`";
    }

    /// <summary>A builder for an adapter, which asks it for the commands that it lacks.</summary>
    public ResilientMySqlCommandBuilder(ResilientMySqlDataAdapter dataAdapter)
        : this()
    {
        DataAdapter = dataAdapter;
    }

    /// <summary>The adapter that the commands are for.</summary>
    public new ResilientMySqlDataAdapter? DataAdapter
    {
        get => (ResilientMySqlDataAdapter?)base.DataAdapter;
        set => base.DataAdapter = value;
    }

    /// <summary>
    /// Fills the parameters of a stored procedure's command, as the server has them. A session that died while nobody looked is
    /// replaced first.
    /// </summary>
    /// <exception cref="ArgumentException">The command is not a stored procedure's, or its connection is not open.</exception>
    /// <exception cref="MySqlException">There is no such procedure.</exception>
    public static void DeriveParameters(ResilientMySqlCommand command) => DeriveParametersAsync<SyncIo>(command, default).Unwrap();

    /// <inheritdoc cref="DeriveParameters"/>
    public static Task DeriveParametersAsync(ResilientMySqlCommand command) => DeriveParametersAsync<AsyncIo>(command, default).AsTask();

    /// <inheritdoc cref="DeriveParameters"/>
    public static Task DeriveParametersAsync(ResilientMySqlCommand command, CancellationToken cancellationToken) =>
        DeriveParametersAsync<AsyncIo>(command, cancellationToken).AsTask();

    /// <inheritdoc cref="DbCommandBuilder.GetDeleteCommand()"/>
    public new ResilientMySqlCommand GetDeleteCommand() => (ResilientMySqlCommand)base.GetDeleteCommand();

    /// <inheritdoc cref="DbCommandBuilder.GetInsertCommand()"/>
    public new ResilientMySqlCommand GetInsertCommand() => (ResilientMySqlCommand)base.GetInsertCommand();

    /// <inheritdoc cref="DbCommandBuilder.GetUpdateCommand()"/>
    public new ResilientMySqlCommand GetUpdateCommand() => (ResilientMySqlCommand)base.GetUpdateCommand();

    /// <inheritdoc/>
    public override string QuoteIdentifier(string unquotedIdentifier)
    {
        ArgumentNullException.ThrowIfNull(unquotedIdentifier);
        return QuotePrefix + unquotedIdentifier.Replace("`", "``", StringComparison.Ordinal) + QuoteSuffix;
    }

    /// <inheritdoc/>
    public override string UnquoteIdentifier(string quotedIdentifier)
    {
        ArgumentNullException.ThrowIfNull(quotedIdentifier);
        string inside = quotedIdentifier is ['`', .., '`'] ? quotedIdentifier[1..^1] : quotedIdentifier;
        return inside.Replace("``", "`", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
        ((MySqlParameter)parameter).MySqlDbType = (MySqlDbType)row[SchemaTableColumn.ProviderType];

    /// <inheritdoc/>
    protected override string GetParameterName(int parameterOrdinal) => string.Create(CultureInfo.InvariantCulture, $"@p{parameterOrdinal}");

    /// <inheritdoc/>
    protected override string GetParameterName(string parameterName) => "@" + parameterName;

    /// <inheritdoc/>
    protected override string GetParameterPlaceholder(int parameterOrdinal) => GetParameterName(parameterOrdinal);

    /// <summary>Called with the adapter before it is set, and with the one that is set to take the handler away again.</summary>
    protected override void SetRowUpdatingHandler(DbDataAdapter adapter)
    {
        if (adapter is not ResilientMySqlDataAdapter known)
            throw new ArgumentException($"The adapter must be a {nameof(ResilientMySqlDataAdapter)}.", nameof(adapter));

        if (adapter == DataAdapter)
            known.RowUpdating -= OnRowUpdating;
        else
            known.RowUpdating += OnRowUpdating;
    }

    private static async ValueTask DeriveParametersAsync<TIo>(ResilientMySqlCommand command, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.CommandType is not CommandType.StoredProcedure)
            throw new ArgumentException($"The command must be a stored procedure's; its CommandType is {command.CommandType}.", nameof(command));

        if (string.IsNullOrWhiteSpace(command.CommandText))
            throw new ArgumentException("The command names no stored procedure: set its CommandText first.", nameof(command));

        if (command.Connection is not { State: not ConnectionState.Closed } connection)
            throw new ArgumentException("The command's connection must be open.", nameof(command));

        var call = new DeriveParametersCall(command);
        await CallPipeline.RunAsync<TIo, DeriveParametersCall, bool>(connection.OpenSession(), call, cancellationToken).ConfigureAwait(false);
    }

    private void OnRowUpdating(object sender, ResilientMySqlRowUpdatingEventArgs updating) => RowUpdatingHandler(updating);
}
