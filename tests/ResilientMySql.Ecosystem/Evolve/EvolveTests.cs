using EvolveDb;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Evolve;

/// <summary>Evolve migrates databases over any connection. It is synchronous only.</summary>
public sealed class EvolveTests : IDisposable
{
    private readonly DirectoryInfo _scripts = Directory.CreateTempSubdirectory("evolve");

    public void Dispose() => _scripts.Delete(recursive: true);

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Migrate_EachScriptRunsOnce(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync("DROP DATABASE IF EXISTS evolved; CREATE DATABASE evolved");
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Database=evolved;Allow User Variables=true");
        Write("V1__notes.sql", "CREATE TABLE notes (id INT AUTO_INCREMENT PRIMARY KEY, text VARCHAR(50)); INSERT INTO notes (text) VALUES ('first');");

        Assert.Equal(1, Migrate(connection));
        await rented.Server.KillAllSessionsAsync();
        Write("V2__more.sql", "INSERT INTO notes (text) VALUES ('second');");
        Assert.Equal(1, Migrate(connection));
        await rented.Server.KillAllSessionsAsync();
        Assert.Equal(0, Migrate(connection));

        Assert.Equal(2, await rented.Server.QueryAsync<long>("SELECT COUNT(*) FROM evolved.notes"));
        await rented.Server.ExecuteAsync("DROP DATABASE evolved");
    }

    private int Migrate(ResilientMySqlConnection connection)
    {
        var evolve = new EvolveDb.Evolve(connection) { Locations = [_scripts.FullName] };
        evolve.Migrate();
        return evolve.NbMigration;
    }

    private void Write(string name, string sql) => File.WriteAllText(Path.Combine(_scripts.FullName, name), sql);
}
