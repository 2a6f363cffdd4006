using BenchmarkDotNet.Attributes;
using MySqlConnector;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Lease and return", "`Open` and `Close` of a connection object that is there already, on a data source with one idle session.")]
public class LeaseBenchmarks
{
    private const int Calls = 16;

    private MySqlDataSource _driverPool = null!;
    private MySqlDataSource _unresetDriverPool = null!;
    private ResilientMySqlDataSource _pool = null!;
    private ResilientMySqlDataSource _asyncPool = null!;
    private MySqlConnection _driver = null!;
    private MySqlConnection _unresetDriver = null!;
    private ResilientMySqlConnection _connection = null!;
    private ResilientMySqlConnection _asyncConnection = null!;

    [GlobalSetup]
    public void CreateConnections()
    {
        _driverPool = new MySqlDataSource(MicroServer.ConnectionString);
        _unresetDriverPool = new MySqlDataSource(MicroServer.ConnectionString + ";Connection Reset=False");
        (_pool, _asyncPool) = (new(MicroServer.ConnectionString), new(MicroServer.ConnectionString));
        (_driver, _unresetDriver) = (_driverPool.CreateConnection(), _unresetDriverPool.CreateConnection());
        (_connection, _asyncConnection) = (_pool.CreateConnection(), _asyncPool.CreateConnection());
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _driverPool.Dispose();
        _unresetDriverPool.Dispose();
        _pool.Dispose();
        _asyncPool.Dispose();
    }

    [Benchmark(Description = "`MySqlConnection`")]
    public void Driver()
    {
        _driver.Open();
        _driver.Close();
    }

    [Benchmark(Description = "`MySqlConnection`, `Connection Reset=False`")]
    public void DriverUnreset()
    {
        _unresetDriver.Open();
        _unresetDriver.Close();
    }

    [Benchmark(Description = "`ResilientMySqlConnection`")]
    public void Ours()
    {
        _connection.Open();
        _connection.Close();
    }

    [Benchmark(Description = "`ResilientMySqlConnection`, asynchronously", OperationsPerInvoke = Calls)]
    public async Task OursAsync()
    {
        for (int i = 0; i < Calls; i++)
        {
            await _asyncConnection.OpenAsync();
            await _asyncConnection.CloseAsync();
        }
    }
}
