using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Microbenchmarks.Shapes;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Growth: rows", """
    How cost grows with the rows of a result. By hand is MySqlConnector; generated is past the driver (`Wire=Auto`). A row is an
    object with a text.
    """)]
public class RowGrowthBenchmarks
{
    private ShapeContender _byHand = null!;
    private ShapeContender _generated = null!;
    private ShapeContender _asyncGenerated = null!;

    [Params(1, 1_000, MicroServer.Items)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _byHand = ShapeContenders.Create(ShapeWay.MySqlConnector);
        _generated = ShapeContenders.Create(ShapeWay.GeneratedWire);
        _asyncGenerated = await ShapeContenders.CreateAsync(ShapeWay.GeneratedWire);
    }

    [GlobalCleanup]
    public void Close()
    {
        _byHand.Dispose();
        _generated.Dispose();
        _asyncGenerated.Dispose();
    }

    [Benchmark(Description = "list, by hand")]
    public int ListByHand() => _byHand.List(Rows).Count;

    [Benchmark(Description = "list, generated")]
    public int ListGenerated() => _generated.List(Rows).Count;

    [Benchmark(Description = "stream, by hand")]
    public int StreamByHand() => _byHand.Stream(Rows);

    [Benchmark(Description = "stream, generated")]
    public int StreamGenerated() => _generated.Stream(Rows);

    [Benchmark(Description = "stream, generated, asynchronous")]
    public async Task<int> StreamGeneratedAsync() => await _asyncGenerated.StreamAsync(Rows);
}
