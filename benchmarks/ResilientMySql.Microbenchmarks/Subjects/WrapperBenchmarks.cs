using System.Data.Common;
using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("ADO.NET operations, synchronous", """
    The same lines on an open connection of the driver's and of ours; `Open` and `Close` are [above](#lease-and-return). `Prepare`
    finds its command prepared already.
    """)]
public class WrapperBenchmarks
{
    private AdoNetCalls _calls = null!;

    [Params(Provider.MySqlConnector, Provider.ResilientMySql)]
    public Provider Provider { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _calls = new AdoNetCalls(Provider is Provider.MySqlConnector ? MicroServer.OpenDriver() : MicroServer.Open());
        _calls.Prepare();
    }

    [GlobalCleanup]
    public void Close() => _calls.Dispose();

    [Benchmark(Description = "CreateCommand")]
    public DbCommand CreateCommand() => _calls.CreateCommand();

    [Benchmark(Description = "clear and add a parameter")]
    public void Bind() => _calls.Bind();

    [Benchmark(Description = "Prepare")]
    public void Prepare() => _calls.Prepare();

    [Benchmark(Description = "ExecuteScalar")]
    public object? Scalar() => _calls.Scalar();

    [Benchmark(Description = "ExecuteScalar, prepared")]
    public object? PreparedScalar() => _calls.PreparedScalar();

    [Benchmark(Description = "ExecuteReader, Read, GetInt32")]
    public int Reader() => _calls.Reader();

    [Benchmark(Description = "ExecuteNonQuery")]
    public int NonQuery() => _calls.NonQuery();

    [Benchmark(Description = "BeginTransaction, Commit")]
    public void Transaction() => _calls.Transaction();
}
