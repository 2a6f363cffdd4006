using System.Globalization;
using System.Text;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A statement on a random table, whose arguments are of any type.</summary>
internal sealed class RandomStatement
{
    private const int Getters = 24;

    private static readonly Action<IParameterSink>[][] Types = [.. ArgumentSamples.ByType.Values];
    private static readonly string[] Comparisons = ["=", "<>", "<", ">", ">=", "<=>", "LIKE"];

    private readonly List<Action<IParameterSink>[]> _types = [];
    private readonly Random _random;
    private readonly RandomTable _table;

    private RandomStatement(Random random, RandomTable table, StatementForm form)
    {
        (_random, _table, Form) = (random, table, form);
        Text = form switch
        {
            StatementForm.Query => Query(),
            StatementForm.AllColumns => AnyText.Of($"SELECT * FROM {table.Name}{Where()} ORDER BY id", [5, .. table.Columns.Select(Getter)]),
            StatementForm.Insert => AnyText.Of($"INSERT INTO {table.Name} ({Column()}) VALUES ({Placeholder()})"),
            StatementForm.Update => AnyText.Of($"UPDATE {table.Name} SET {Column()} = {Placeholder()}{Where()} ORDER BY id LIMIT 20"),
            _ => AnyText.Of($"DELETE FROM {table.Name}{Where()} ORDER BY id LIMIT 3"),
        };
    }

    public AnyText Text { get; }

    public StatementForm Form { get; }

    public static RandomStatement Next(Random random, RandomTable table) => new(random, table, random.Next(10) switch
    {
        < 5 => StatementForm.Query,
        5 => StatementForm.AllColumns,
        6 => StatementForm.Insert,
        7 or 8 => StatementForm.Update,
        _ => StatementForm.Delete,
    });

    /// <summary>Arguments for an execution: of the types that they had before, as those of generated statements.</summary>
    public Action<IParameterSink> Arguments()
    {
        Action<IParameterSink>[] arguments = [.. _types.Select(samples => Pick(samples))];
        return sink => Array.ForEach(arguments, bind => bind(sink));
    }

    private AnyText Query()
    {
        var getters = new List<int>();
        var list = new List<string>();
        for (int count = _random.Next(1, _table.Columns.Count + 3); count > 0; count--)
        {
            int column = _random.Next(_table.Columns.Count);
            (string sql, int getter) = _random.Next(12) switch
            {
                0 => (Placeholder(), 24),
                1 => ($"HEX({Name(column)})", 19),
                2 => ("id", 5),
                _ => (Name(column), Getter(_table.Columns[column])),
            };
            list.Add($"{sql} AS k{list.Count}");
            getters.Add(getter);
        }

        string order = _random.Next(3) == 0 ? $" ORDER BY {Column()}, id" : " ORDER BY id DESC";
        return AnyText.Of($"SELECT {string.Join(", ", list)} FROM {_table.Name}{Where()}{order}{Limit()}", [.. getters]);
    }

    private string Where()
    {
        if (_random.Next(3) == 0)
            return "";

        var where = new StringBuilder(" WHERE ");
        for (int i = _random.Next(3); i >= 0; i--)
            where.Append(Condition()).Append(i == 0 ? "" : _random.Next(2) == 0 ? " AND " : " OR ");

        return where.ToString();
    }

    private string Condition() => _random.Next(6) switch
    {
        0 => $"{Column()} IS {(_random.Next(2) == 0 ? "NOT " : "")}NULL",

        // Not in a write: MySQL 9.7.4 has crashed on an UPDATE with such a list that the driver had prepared.
        1 when Form is StatementForm.Query or StatementForm.AllColumns => $"{Column()} IN ({Placeholder()}, {Placeholder()}, {Placeholder()})",
        2 => $"{Column()} BETWEEN {Placeholder()} AND {Placeholder()}",
        3 => "id > 0",
        _ => $"{Column()} {Pick(Comparisons)} {Placeholder()}",
    };

    private string Limit()
    {
        if (_random.Next(2) == 0)
            return "";

        _types.Add([.. ((long[])[0, 1, 7, 1000, -1]).Select<long, Action<IParameterSink>>(static count => sink => sink.Int64(count))]);
        return " LIMIT ?";
    }

    private string Placeholder()
    {
        _types.Add(Pick(Types));
        return "?";
    }

    private string Column() => Name(_random.Next(_table.Columns.Count));

    /// <summary>Now and then another than the column's own.</summary>
    private int Getter(ColumnSample column) => _random.Next(40) == 0 ? _random.Next(Getters) : column.Getter;

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");
}
