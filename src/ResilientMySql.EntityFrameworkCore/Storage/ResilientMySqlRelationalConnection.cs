using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage;
using Pomelo.EntityFrameworkCore.MySql.Infrastructure;
using Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal;
using Pomelo.EntityFrameworkCore.MySql.Storage.Internal;
using ResilientMySql.EntityFrameworkCore.Infrastructure;

namespace ResilientMySql.EntityFrameworkCore.Storage;

/// <summary>
/// A context's connection. Pomelo's own one stays beside it, for what it does as an administrator: it creates, drops and looks
/// for the database on connections of the driver's, without a database of their own.
/// </summary>
internal sealed class ResilientMySqlRelationalConnection : RelationalConnection
{
    private readonly IMySqlRelationalConnection _administration;
    private readonly MySqlOptionsExtension _provider;
    private readonly ResilientMySqlDataSource? _dataSource;

    public ResilientMySqlRelationalConnection(RelationalConnectionDependencies dependencies, IMySqlRelationalConnection administration)
        : base(dependencies)
    {
        _administration = administration;
        _provider = dependencies.ContextOptions.FindExtension<MySqlOptionsExtension>()!;
        ResilientMySqlOptionsExtension options = dependencies.ContextOptions.FindExtension<ResilientMySqlOptionsExtension>()!;
        _dataSource = options.DataSource;
        if (options.Connection is { } connection)
            base.SetDbConnection(connection, contextOwnsConnection: false);
        else if (!PomeloConnectionStrings.IsNamed(options.ConnectionString))
            base.ConnectionString = options.ConnectionString;
    }

    /// <inheritdoc/>
    public override string? ConnectionString
    {
        get => base.ConnectionString;
        set
        {
            if (_dataSource is not null)
                throw new InvalidOperationException("The context's connections come from a data source, which decides their connection string.");

            base.ConnectionString = value is null ? null : PomeloConnectionStrings.WithNeeds(value).ConnectionString;
            _administration.ConnectionString = value is null ? null : PomeloConnectionStrings.ForDriver(value);
        }
    }

    /// <inheritdoc/>
    protected override bool SupportsAmbientTransactions => true;

    /// <inheritdoc/>
    public override void SetDbConnection(DbConnection? value, bool contextOwnsConnection)
    {
        if (value is not null)
            PomeloConnectionStrings.ProvideNeeds(value);

        base.SetDbConnection(value, contextOwnsConnection);
    }

    /// <inheritdoc/>
    public override bool Open(bool errorsExpected = false)
    {
        bool wasOpened = base.Open(errorsExpected);
        if (!wasOpened)
            return false;

        if (Autocommit.IsOff(DbConnection))
            Autocommit.SwitchOn(DbConnection);

        if (SetsSqlMode)
            SqlMode.AddNoBackslashEscapes(DbConnection);

        return true;
    }

    /// <inheritdoc/>
    public override async Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        bool wasOpened = await base.OpenAsync(cancellationToken, errorsExpected).ConfigureAwait(false);
        if (!wasOpened)
            return false;

        if (Autocommit.IsOff(DbConnection))
            await Autocommit.SwitchOnAsync(DbConnection, cancellationToken).ConfigureAwait(false);

        if (SetsSqlMode)
            await SqlMode.AddNoBackslashEscapesAsync(DbConnection, cancellationToken).ConfigureAwait(false);

        return true;
    }

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() =>
        _dataSource?.CreateConnection() ?? new ResilientMySqlConnection(WithProvidersOptions(base.ConnectionString!));

    private bool SetsSqlMode => _provider is { NoBackslashEscapes: true, UpdateSqlModeOnOpen: true };

    /// <summary>What options of the provider mean for the connection string.</summary>
    private string WithProvidersOptions(string connectionString)
    {
        ResilientMySqlConnectionStringBuilder builder = PomeloConnectionStrings.WithNeeds(connectionString);
        if (_provider.NoBackslashEscapes)
            builder.NoBackslashEscapes = true;

        switch (_provider.DefaultDataTypeMappings?.ClrBoolean)
        {
            case MySqlBooleanType.Default or MySqlBooleanType.TinyInt1:
                builder.TreatTinyAsBoolean = true;
                break;
            case MySqlBooleanType.None or MySqlBooleanType.Bit1:
                builder.TreatTinyAsBoolean = false;
                break;
        }

        return builder.ConnectionString;
    }
}
