using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings;

/// <summary>Gathers what the rules find in one text.</summary>
internal sealed class FindingList(SqlText text)
{
    private readonly List<SqlFinding> _items = [];

    public IReadOnlyList<SqlFinding> Items => _items;

    public void Add(string id, SqlToken token, params string[] arguments) => Add(id, token.Start, token.Length, arguments);

    public void Add(string id, TokenRange range, params string[] arguments) => Add(id, text.StartOf(range), text.LengthOf(range), arguments);

    public void Add(string id, int start, int length, params string[] arguments) => _items.Add(new SqlFinding(id, start, length, arguments));
}
