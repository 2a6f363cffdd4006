using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>A connection that is opened once and never closed, for the life of an application.</summary>
public sealed class HeldConnectionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Deaths), MemberType = typeof(Cells))]
    public async Task HeldOpen_OutlivesItsSessionAgainAndAgain(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await death.PrepareAsync(rented.Server);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city WHERE city = 'London'";
        for (int life = 1; life <= 2; life++)
        {
            Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(command), null));
            await death.StrikeAsync(rented.Server);
            if (life == 1)
                await death.PrepareAsync(rented.Server);

            Assert.Equal(1, await mode.ExecuteAsync(connection, $"INSERT INTO city (city, country_id) VALUES ('Atlantis {life}', 1)"));
            Assert.Equal(life, await rented.Server.QueryAsync<long>($"SELECT COUNT(*) FROM {rented.Server.Database}.city WHERE city LIKE 'Atlantis%'"));
        }

        Assert.Equal((1, 1L), (dataSource.Pool.OpenCount, dataSource.GetStatistics().Opened));
    }
}
