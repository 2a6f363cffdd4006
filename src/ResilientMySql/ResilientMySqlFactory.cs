using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql;

/// <summary>Makes the library's ADO.NET objects for code that works through <see cref="DbProviderFactory"/>.</summary>
public sealed class ResilientMySqlFactory : DbProviderFactory
{
    /// <summary>The one instance; register it with <see cref="DbProviderFactories"/>.</summary>
    public static readonly ResilientMySqlFactory Instance = new();

    private ResilientMySqlFactory()
    {
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection() => new ResilientMySqlConnection();

    /// <inheritdoc/>
    public override DbCommand CreateCommand() => new ResilientMySqlCommand();

    /// <inheritdoc/>
    public override DbParameter CreateParameter() => new MySqlParameter();

    /// <inheritdoc/>
    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new ResilientMySqlConnectionStringBuilder();

    /// <inheritdoc/>
    public override bool CanCreateDataSourceEnumerator => false;

    /// <inheritdoc/>
    public override bool CanCreateDataAdapter => true;

    /// <inheritdoc/>
    public override DbDataAdapter CreateDataAdapter() => new ResilientMySqlDataAdapter();

    /// <inheritdoc/>
    public override bool CanCreateCommandBuilder => true;

    /// <inheritdoc/>
    public override DbCommandBuilder CreateCommandBuilder() => new ResilientMySqlCommandBuilder();

    /// <inheritdoc/>
    public override bool CanCreateBatch => true;

    /// <inheritdoc/>
    public override DbBatch CreateBatch() => new ResilientMySqlBatch();

    /// <inheritdoc/>
    public override DbBatchCommand CreateBatchCommand() => new MySqlBatchCommand();

    /// <inheritdoc/>
    public override DbDataSource CreateDataSource(string connectionString) => new ResilientMySqlDataSource(connectionString);
}
