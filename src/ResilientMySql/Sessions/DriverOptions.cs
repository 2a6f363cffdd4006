using MySqlConnector;

namespace ResilientMySql.Sessions;

/// <summary>What a data source builder was told beyond the connection string.</summary>
/// <param name="Name">What the server and logs are to call the data source, or null.</param>
/// <param name="Configure">Tells a builder of the driver the same, or null.</param>
/// <param name="HasOpenedCallback">Whether that runs a callback on sessions just opened.</param>
/// <param name="RetiresAfter">Which answers of the server end a session's use, besides those of the table; null for none.</param>
internal sealed record DriverOptions(string? Name, Action<MySqlDataSourceBuilder>? Configure, bool HasOpenedCallback = false, Func<MySqlException, bool>? RetiresAfter = null)
{
    public MySqlDataSource Build(string driverConnectionString)
    {
        var builder = new MySqlDataSourceBuilder(driverConnectionString);
        Configure?.Invoke(builder);
        return builder.Build();
    }
}
