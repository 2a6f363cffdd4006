using MySqlConnector;

namespace ResilientMySql.Sessions;

/// <summary>What a data source builder was told beyond the connection string.</summary>
/// <param name="Name">What the server and logs are to call the data source, or null.</param>
/// <param name="Configure">Tells a builder of the driver the same, or null.</param>
/// <param name="HasOpenedCallback">Whether that runs a callback on sessions just opened.</param>
internal sealed record DriverOptions(string? Name, Action<MySqlDataSourceBuilder>? Configure, bool HasOpenedCallback = false)
{
    public MySqlDataSource Build(string driverConnectionString)
    {
        var builder = new MySqlDataSourceBuilder(driverConnectionString);
        Configure?.Invoke(builder);
        return builder.Build();
    }
}
