using System.Data.Common;
using BenchmarkDotNet.Attributes;
using MySqlConnector;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Subjects;

[Subject("Growth: prepared statements", """
    So many different texts in turn, each prepared and executed on the same open connection, as each was once before. The driver keeps as many as it is
    asked for; we keep `Max Prepared Statements` and prepare anew what had to make room, so that the server's limit is nobody's surprise.
    """)]
public class PreparedGrowthBenchmarks
{
    private DbConnection _driver = null!;
    private DbConnection _ours = null!;
    private string[] _texts = [];
    private int _next;

    [Params(1, 100, 10_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _driver = MicroServer.OpenDriver();
        _ours = MicroServer.Open();
        _texts = [.. Enumerable.Range(0, Statements).Select(Texts.Distinct)];
        foreach (DbConnection connection in (DbConnection[])[_driver, _ours])
            RunAll(connection);
    }

    [GlobalCleanup]
    public void Close()
    {
        _driver.Dispose();
        _ours.Dispose();
    }

    [Benchmark(Description = "MySqlConnector")]
    public object? Driver() => Run(_driver);

    [Benchmark(Description = "ResilientMySql")]
    public object? Ours() => Run(_ours);

    /// <summary>Ten thousand texts take longer than what is measured: it would see nothing but the first time of some.</summary>
    private void RunAll(DbConnection connection)
    {
        for (int i = 0; i < Statements; i++)
            Run(connection);
    }

    private object? Run(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = _texts[_next++ % _texts.Length];
        command.Parameters.Add(new MySqlParameter { MySqlDbType = MySqlDbType.Int32, Value = 312 });
        command.Prepare();
        return command.ExecuteScalar();
    }
}
