using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>What the server takes an argument for does not depend on what the session has run before.</summary>
public sealed class ArgumentTypeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task SameTextWithArgumentsOfAnotherType_IsAStatementOfItsOwn(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(0, await mode.FirstAsync<NamesAfterNumber, long>(dataSource, new(5)));
            Assert.Equal(600, await mode.FirstAsync<NamesAfterText, long>(dataSource, new("5.25")));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task NullComesFirst_IsOfTheArgumentsType(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        foreach (int? number in (int?[])[null, 7, null])
            Assert.Equal(number ?? 5, await mode.FirstAsync<NumberOrFive, int>(dataSource, new(number)));
    }

    /// <summary>As text it would be one letter.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task Memory_IsNoText(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        Assert.Equal(2, await mode.FirstAsync<LengthOfBytes, long>(dataSource, new("é"u8.ToArray())));
    }
}
