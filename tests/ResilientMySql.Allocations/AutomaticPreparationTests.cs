using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>Counting uses costs no memory, and what is prepared by itself costs what a prepared command does.</summary>
public sealed class AutomaticPreparationTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, Operation.PreparedReader, 1)]
    [InlineData(ServerEngine.MySql, Operation.PreparedReader, 1)]
    [InlineData(ServerEngine.MariaDb, Operation.Reader, 1_000_000)]
    [InlineData(ServerEngine.MySql, Operation.Reader, 1_000_000)]
    public async Task CostsWhatTheDriverCosts(ServerEngine engine, Operation driverOperation, int minUsages)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var driver = new MySqlConnection(rented.Server.ConnectionString);
        using var connection = new ResilientMySqlConnection($"{rented.Server.ConnectionString};Auto Prepare Min Usages={minUsages}");
        driver.Open();
        connection.Open();
        using DbCommand driverCommand = Commands.Create(driver, driverOperation);
        using DbCommand command = Commands.Create(connection, Operation.Reader);

        (double raw, double ours) = AllocatedBytes.Compare(
            () => driverOperation.Run(driver, driverCommand), () => Operation.Reader.Run(connection, command));

        output.WriteLine($"{engine}, {driverOperation} on the driver: {raw:F0} B, after {minUsages} uses on ours: {ours:F0} B");
        Assert.InRange(ours, 0, raw);
    }
}
