using System.Globalization;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A table of any columns, with any rows in it, NULLs among them.</summary>
internal sealed class RandomTable
{
    private const int MostColumns = 40;
    private const int MostRows = 200;
    private const int RowsPerStatement = 50;

    private readonly List<ColumnSample> _columns = [];

    public RandomTable(Random random, ServerEngine engine, string name)
    {
        Name = name;
        ColumnSample[] choices = [.. ColumnSamples.All.Where(column => column.IsFor(engine))];
        int count = random.Next(3) == 0 ? random.Next(1, MostColumns + 1) : random.Next(1, 9);
        for (int i = 0; i < count; i++)
            _columns.Add(choices[random.Next(choices.Length)]);

        Rows = random.Next(4) == 0 ? random.Next(MostRows + 1) : random.Next(20);
    }

    public string Name { get; }

    public int Rows { get; }

    public IReadOnlyList<ColumnSample> Columns => _columns;

    public string Definition => $"CREATE TABLE {Name} (id INT PRIMARY KEY AUTO_INCREMENT, {string.Join(", ", _columns.Select(static (column, i) => $"c{i} {column.Type}"))})";

    /// <summary>What puts the rows in.</summary>
    public List<string> Inserts(Random random)
    {
        var statements = new List<string>();
        for (int row = 0; row < Rows; row += RowsPerStatement)
        {
            IEnumerable<string> rows = Enumerable.Range(0, Math.Min(RowsPerStatement, Rows - row)).Select(_ => $"(NULL, {string.Join(", ", _columns.Select(column => random.Next(6) == 0 ? "NULL" : column.Pick(random)))})");
            statements.Add(string.Create(CultureInfo.InvariantCulture, $"INSERT IGNORE INTO {Name} VALUES {string.Join(", ", rows)}"));
        }

        return statements;
    }

    /// <summary>One column more, for statements that are prepared already.</summary>
    public string AddColumn(Random random, ServerEngine engine)
    {
        ColumnSample[] choices = [.. ColumnSamples.All.Where(column => column.IsFor(engine) && !column.Type.Contains("BIT", StringComparison.Ordinal))];
        ColumnSample column = choices[random.Next(choices.Length)];
        return $"ALTER TABLE {Name} ADD COLUMN x{random.Next(1_000_000)} {column.Type} {(random.Next(2) == 0 ? "FIRST" : "AFTER id")}";
    }
}
