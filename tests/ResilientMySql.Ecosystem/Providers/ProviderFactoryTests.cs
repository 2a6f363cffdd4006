using System.Data.Common;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Providers;

/// <summary>Applications that find their provider by its invariant name.</summary>
public sealed class ProviderFactoryTests
{
    private const string InvariantName = "ResilientMySql";

    [Fact]
    public void RegisteredByInstanceOrType_IsFoundByName()
    {
        DbProviderFactories.RegisterFactory(InvariantName + ".Instance", ResilientMySqlFactory.Instance);
        DbProviderFactories.RegisterFactory(InvariantName + ".Type", typeof(ResilientMySqlFactory));
        DbProviderFactories.RegisterFactory(InvariantName + ".Name", typeof(ResilientMySqlFactory).AssemblyQualifiedName!);

        foreach (string kind in (string[])[".Instance", ".Type", ".Name"])
            Assert.Same(ResilientMySqlFactory.Instance, DbProviderFactories.GetFactory(InvariantName + kind));

        using var connection = new ResilientMySqlConnection();
        Assert.Same(ResilientMySqlFactory.Instance, DbProviderFactories.GetFactory(connection));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ProviderNeutralCode_WorksAndDoesNotNoticeDeaths(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        DbProviderFactories.RegisterFactory(InvariantName, ResilientMySqlFactory.Instance);
        DbProviderFactory factory = DbProviderFactories.GetFactory(InvariantName);
        DbConnectionStringBuilder builder = factory.CreateConnectionStringBuilder()!;
        builder.ConnectionString = server.ConnectionString;
        builder["Application Name"] = $"neutral {mode}";
        var cities = new CityRepository(factory, builder.ConnectionString, mode);

        Assert.Equal([312, 313], await cities.FindAsync("London"));
        await server.KillAllSessionsAsync();
        await cities.AddAsync(["Atlantis", "Avalon"]);
        await server.KillAllSessionsAsync();
        Assert.Equal(2, await cities.RenameAsync(("Atlantis", "Ys"), ("Avalon", "Lyonesse"), ("Nowhere", "Somewhere")));
        await server.KillAllSessionsAsync();
        Assert.Equal([601], await cities.FindAsync("Ys"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DataSource_RunsCommandsWithoutAConnectionOfTheCallers(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DbDataSource dataSource = ResilientMySqlFactory.Instance.CreateDataSource(rented.Server.ConnectionString);
        await using DbCommand command = dataSource.CreateCommand("SELECT COUNT(*) FROM city");
        Assert.Equal(600L, await mode.ScalarAsync(command));

        await rented.Server.KillAllSessionsAsync();

        Assert.Equal(600L, await mode.ScalarAsync(command));
        await using DbDataReader reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));
        Assert.Equal(600, reader.GetInt32(0));
    }
}
