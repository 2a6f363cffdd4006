using BenchmarkDotNet.Attributes;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Liveness probe", "A look at the socket of an idle connection before each call, beside a ping on the same one.")]
public class ProbeBenchmarks
{
    private MySqlConnection _connection = null!;
    private LivenessProbe _probe;

    [GlobalSetup]
    public void Open()
    {
        _connection = MicroServer.OpenDriver();
        _probe = new LivenessProbe(SessionSocket.TryGet(_connection) ?? throw new InvalidOperationException("The socket is out of reach."));
    }

    [GlobalCleanup]
    public void Close() => _connection.Dispose();

    [Benchmark(Description = "`MySqlConnection.Ping`")]
    public bool Ping() => _connection.Ping();

    [Benchmark(Description = "`LivenessProbe.SeesDeath`")]
    public bool Probe() => _probe.SeesDeath();
}
