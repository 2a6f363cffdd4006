using System.Data;
using System.Data.Common;

namespace ResilientMySql.EntityFrameworkCore.Infrastructure;

/// <summary>Connection strings as Pomelo's provider needs them.</summary>
internal static class PomeloConnectionStrings
{
    /// <summary>Only its name: what it says is in the configuration, where Entity Framework looks it up.</summary>
    public static bool IsNamed(string connectionString) =>
        connectionString.TrimStart().StartsWith("name", StringComparison.OrdinalIgnoreCase)
            && new DbConnectionStringBuilder { ConnectionString = connectionString } is { Count: 1 } builder
            && builder.ContainsKey("name");

    /// <summary>Without the keywords of this library, which the driver would refuse.</summary>
    public static string ForDriver(string connectionString) => IsNamed(connectionString)
        ? connectionString
        : new ResilientMySqlConnectionStringBuilder(connectionString).ToDriver().ConnectionString;

    /// <summary>The same with what Pomelo's statements rely on.</summary>
    public static ResilientMySqlConnectionStringBuilder WithNeeds(string connectionString) => new(connectionString)
    {
        AllowUserVariables = true,
        UseAffectedRows = false,
    };

    /// <exception cref="InvalidOperationException">Pomelo's statements cannot rely on a connection with this connection string.</exception>
    public static void RequireNeeds(string connectionString)
    {
        if (!MeetsNeeds(connectionString))
            throw new InvalidOperationException("Entity Framework's provider needs 'Allow User Variables=true;Use Affected Rows=false' in the connection string.");
    }

    /// <summary>Gives a closed connection what it needs.</summary>
    /// <exception cref="InvalidOperationException">The connection lacks it, and is open or made by a data source.</exception>
    public static void ProvideNeeds(DbConnection connection)
    {
        if (MeetsNeeds(connection.ConnectionString))
            return;

        if (connection.State is ConnectionState.Closed)
            connection.ConnectionString = WithNeeds(connection.ConnectionString).ConnectionString;
        else
            RequireNeeds(connection.ConnectionString);
    }

    private static bool MeetsNeeds(string connectionString) =>
        new ResilientMySqlConnectionStringBuilder(connectionString) is { AllowUserVariables: true, UseAffectedRows: false };
}
