using System.Text;

namespace ResilientMySql.Benchmarks.Reports;

/// <summary>A table in Markdown, its first columns aligned as texts and the others as figures.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    /// <param name="headings">One for each column.</param>
    /// <param name="texts">How many columns are texts.</param>
    public MarkdownTable(IReadOnlyCollection<string> headings, int texts)
    {
        Add(headings);
        Add(headings.Select((_, column) => column < texts ? "---" : "---:"));
    }

    public void Add(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();
}
