using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("ADO.NET operations, asynchronous", "The same with asynchronous calls.")]
public class WrapperAsyncBenchmarks
{
    private const int Calls = 16;

    private AdoNetCalls _calls = null!;

    [Params(Provider.MySqlConnector, Provider.ResilientMySql)]
    public Provider Provider { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _calls = new AdoNetCalls(Provider is Provider.MySqlConnector ? await MicroServer.OpenDriverAsync() : await MicroServer.OpenAsync());
        await _calls.PrepareAsync();
    }

    [GlobalCleanup]
    public void Close() => _calls.Dispose();

    [Benchmark(Description = "PrepareAsync", OperationsPerInvoke = Calls)]
    public async Task PrepareAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _calls.PrepareAsync();
    }

    [Benchmark(Description = "ExecuteScalarAsync", OperationsPerInvoke = Calls)]
    public async Task ScalarAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _calls.ScalarAsync();
    }

    [Benchmark(Description = "ExecuteScalarAsync, prepared", OperationsPerInvoke = Calls)]
    public async Task PreparedScalarAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _calls.PreparedScalarAsync();
    }

    [Benchmark(Description = "ExecuteReaderAsync, ReadAsync, GetInt32", OperationsPerInvoke = Calls)]
    public async Task ReaderAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _calls.ReaderAsync();
    }

    [Benchmark(Description = "ExecuteNonQueryAsync", OperationsPerInvoke = Calls)]
    public async Task NonQueryAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _calls.NonQueryAsync();
    }

    [Benchmark(Description = "BeginTransactionAsync, CommitAsync", OperationsPerInvoke = Calls)]
    public async Task TransactionAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _calls.TransactionAsync();
    }
}
