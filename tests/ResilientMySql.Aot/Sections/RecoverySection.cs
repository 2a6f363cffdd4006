namespace ResilientMySql.Aot.Sections;

/// <summary>Sessions that die are made anew, with what was set on them; those that come back changed are reset.</summary>
internal sealed class RecoverySection : ISection
{
    public string Name => "recovery";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var dataSource = new ResilientMySqlDataSource(connectionString + ";Maximum Pool Size=1;Allow User Variables=true");
        await using var other = new ResilientMySqlConnection(connectionString);
        await other.OpenAsync();
        await using (ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync())
        {
            Scalar(connection, "SET time_zone = '+02:00'");
            await KillAsync(other, connection.ServerThread);
            report.Equal<object?>("a setting is replayed", "+02:00", Scalar(connection, "SELECT @@time_zone"));
        }

        await using (ResilientMySqlConnection connection = dataSource.OpenConnection())
        {
            report.True("the next lease has a clean session", !Equals("+02:00", Scalar(connection, "SELECT @@time_zone")));
            await KillAsync(other, connection.ServerThread);
        }

        var queries = new Queries.CityQueries(dataSource);
        report.Equal("a generated query on a session that has died", 600, queries.CountCities());
        report.Equal("and again", 312, await queries.GetCityIdAsync("London"));
        report.True("sessions were made anew", dataSource.GetStatistics().Rehydrations > 0);
    }

    private static async Task KillAsync(ResilientMySqlConnection other, int serverThread)
    {
        Scalar(other, $"KILL {serverThread}");
        while (Convert.ToInt32(Scalar(other, $"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = {serverThread}"), null) > 0)
            await Task.Yield();
    }

    private static object? Scalar(ResilientMySqlConnection connection, string sql)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
