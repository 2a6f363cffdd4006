using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Microbenchmarks.Shapes;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Shapes of queries, asynchronous", "The same with asynchronous calls.")]
public class ShapeAsyncBenchmarks
{
    private const int Calls = 16;
    private const int Id = 312;

    private ShapeContender _contender = null!;

    [ParamsAllValues]
    public ShapeWay Way { get; set; }

    [GlobalSetup]
    public async Task OpenAsync() => _contender = await ShapeContenders.CreateAsync(Way);

    [GlobalCleanup]
    public void Close() => _contender.Dispose();

    [Benchmark(Description = "scalar", OperationsPerInvoke = Calls)]
    public async Task ScalarAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _contender.ScalarAsync(Id);
    }

    [Benchmark(Description = "row", OperationsPerInvoke = Calls)]
    public async Task RowAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _contender.RowAsync(Id);
    }

    [Benchmark(Description = "list of 20 rows", OperationsPerInvoke = Calls)]
    public async Task ListAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _contender.ListAsync(20);
    }

    [Benchmark(Description = "execute", OperationsPerInvoke = Calls)]
    public async Task ExecuteAsync()
    {
        for (int i = 0; i < Calls; i++)
            await _contender.ExecuteAsync(Id);
    }

    [Benchmark(Description = "stream of 1,000 rows")]
    public async Task<int> StreamAsync() => await _contender.StreamAsync(1000);
}
