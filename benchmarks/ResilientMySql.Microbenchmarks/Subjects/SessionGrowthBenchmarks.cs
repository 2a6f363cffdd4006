using BenchmarkDotNet.Attributes;
using MySqlConnector;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Growth: sessions", """
    `Open` and `Close` of a connection object that is there already, while so many sessions are idle in the pool. The driver's
    pool does not reset its sessions here.
    """)]
public class SessionGrowthBenchmarks
{
    private MySqlDataSource _driverPool = null!;
    private ResilientMySqlDataSource _pool = null!;
    private MySqlConnection _driver = null!;
    private ResilientMySqlConnection _connection = null!;

    [Params(1, 50, 500)]
    public int Sessions { get; set; }

    [GlobalSetup]
    public void OpenSessions()
    {
        string connectionString = $"{MicroServer.ConnectionString};Connection Reset=False;Maximum Pool Size={Sessions}";
        (_driverPool, _pool) = (new(connectionString), new($"{MicroServer.ConnectionString};Maximum Pool Size={Sessions}"));
        MySqlConnection[] driver = [.. Enumerable.Range(0, Sessions).Select(_ => _driverPool.OpenConnection())];
        ResilientMySqlConnection[] ours = [.. Enumerable.Range(0, Sessions).Select(_ => _pool.OpenConnection())];
        foreach (IDisposable connection in (IDisposable[])[.. driver, .. ours])
            connection.Dispose();

        (_driver, _connection) = (_driverPool.CreateConnection(), _pool.CreateConnection());
    }

    [GlobalCleanup]
    public void CloseSessions()
    {
        _driverPool.Dispose();
        _pool.Dispose();
    }

    [Benchmark(Description = "`MySqlConnection`")]
    public void Driver()
    {
        _driver.Open();
        _driver.Close();
    }

    [Benchmark(Description = "`ResilientMySqlConnection`")]
    public void Ours()
    {
        _connection.Open();
        _connection.Close();
    }
}
