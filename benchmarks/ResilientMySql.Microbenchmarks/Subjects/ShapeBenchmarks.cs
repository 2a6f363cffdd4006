using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Running;
using ResilientMySql.Microbenchmarks.Shapes;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Shapes of queries, synchronous", """
    The same statements on an open connection. `MySqlConnector` and `ResilientMySql` are written by hand, with commands that are
    prepared once and used again; `Dapper` and `DapperAot` are on MySqlConnector, and send text, the arguments in it; `Generated`
    goes through the driver (`Wire=Off`), `GeneratedWire` past it (`Wire=Auto`).
    """)]
public class ShapeBenchmarks
{
    private const int Id = 312;

    private ShapeContender _contender = null!;

    [ParamsAllValues]
    public ShapeWay Way { get; set; }

    [GlobalSetup]
    public void Open() => _contender = ShapeContenders.Create(Way);

    [GlobalCleanup]
    public void Close() => _contender.Dispose();

    [Benchmark(Description = "scalar")]
    public int Scalar() => _contender.Scalar(Id);

    [Benchmark(Description = "row")]
    public object Row() => _contender.Row(Id);

    [Benchmark(Description = "list of 20 rows")]
    public object List() => _contender.List(20);

    [Benchmark(Description = "execute")]
    public int Execute() => _contender.Execute(Id);

    [Benchmark(Description = "stream of 1,000 rows")]
    public int Stream() => _contender.Stream(1000);
}
