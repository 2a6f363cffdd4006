using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>The wrapper costs nothing while nothing happens: the same operation on the driver and on us.</summary>
public sealed class HealthyCallTests(ITestOutputHelper output)
{
    // What is measured may be off: how often the driver has to wait for an answer is a matter of the moment. Less than a frame.
    private const double Noise = 64;

    // One frame of an asynchronous method.
    private const double Frame = 144;

    // The command object around the driver's.
    private const double SmallObject = 128;

    public static TheoryData<ServerEngine, Operation> Operations
    {
        get
        {
            var operations = new TheoryData<ServerEngine, Operation>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (Operation operation in Enum.GetValues<Operation>())
                    operations.Add(engine, operation);
            }

            return operations;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public async Task Synchronous_CostsWhatTheDriverCosts(ServerEngine engine, Operation operation)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var driver = new MySqlConnection(rented.Server.ConnectionString);
        using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        driver.Open();
        connection.Open();
        using DbCommand driverCommand = Commands.Create(driver, operation);
        using DbCommand command = Commands.Create(connection, operation);

        (double raw, double ours) = AllocatedBytes.Compare(() => operation.Run(driver, driverCommand), () => operation.Run(connection, command));

        output.WriteLine($"{engine} {operation}, sync: {raw:F0} B on the driver, {ours:F0} B on ours");
        Assert.InRange(ours, 0, raw + (operation is Operation.FreshCommand ? SmallObject : 0));
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public async Task Asynchronous_CostsOneFrameMore(ServerEngine engine, Operation operation)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var driver = new MySqlConnection(rented.Server.ConnectionString);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await driver.OpenAsync();
        await connection.OpenAsync();
        await using DbCommand driverCommand = Commands.Create(driver, operation);
        await using DbCommand command = Commands.Create(connection, operation);

        (double raw, double ours) = await AllocatedBytes.CompareAsync(() => operation.RunAsync(driver, driverCommand), () => operation.RunAsync(connection, command));

        output.WriteLine($"{engine} {operation}, async: {raw:F0} B on the driver, {ours:F0} B on ours");
        Assert.InRange(ours, 0, raw + Frame + Noise + (operation is Operation.FreshCommand ? SmallObject : 0));
    }
}
