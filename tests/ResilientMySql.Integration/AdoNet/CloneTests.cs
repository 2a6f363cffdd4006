using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>Clones of connections: closed, usable, and as discreet as what they were made of.</summary>
public sealed class CloneTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CloneWithoutPassword_TakesItOverAndDoesNotShowIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        var settings = new ResilientMySqlConnectionStringBuilder(rented.Server.ConnectionString) { Database = "" };
        settings.Remove("Password");

        await using ResilientMySqlConnection clone = connection.CloneWith(settings.ConnectionString);

        Assert.DoesNotContain("Password", clone.ConnectionString, StringComparison.OrdinalIgnoreCase);
        await mode.OpenAsync(clone);
        Assert.Equal("", clone.Database);
        Assert.DoesNotContain("Password", clone.ConnectionString, StringComparison.OrdinalIgnoreCase);
    }
}
