using System.Text;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>A statement's text, cut where its lists are.</summary>
internal sealed class ListStatement
{
    /// <summary>Nothing is IN it, and everything NOT IN it, NULL included; a list without items is none to the server.</summary>
    private const string Nothing = "SELECT NULL FROM DUAL WHERE FALSE";

    // One more than there are lists.
    private readonly string[] _parts;

    /// <param name="sql">The statement, with one placeholder for each argument.</param>
    /// <param name="lists">Which placeholders are lists: their ordinals, ascending.</param>
    public ListStatement(string sql, ReadOnlySpan<int> lists)
    {
        _parts = new string[lists.Length + 1];
        int placeholders = 0, cut = 0, start = 0;
        var lexer = new SqlLexer(sql);
        while (lexer.TryRead(out SqlToken token))
        {
            if (token.Kind is not SqlTokenKind.Placeholder)
                continue;

            if (cut < lists.Length && lists[cut] == placeholders)
            {
                _parts[cut++] = sql[start..token.Start];
                start = token.End;
            }

            placeholders++;
        }

        if (cut < lists.Length)
            throw new ArgumentException($"The statement has {placeholders} placeholders, and none at {lists[cut]}: {sql}", nameof(lists));

        _parts[cut] = sql[start..];
        Others = placeholders - lists.Length;
    }

    /// <summary>The number of lists.</summary>
    public int Lists => _parts.Length - 1;

    /// <summary>The number of placeholders that are no lists.</summary>
    public int Others { get; }

    /// <summary>The text with so many placeholders for each list.</summary>
    public string Expand(ReadOnlySpan<int> places)
    {
        var text = new StringBuilder(_parts[0]);
        for (int list = 0; list < places.Length; list++)
        {
            if (places[list] == 0)
                text.Append(Nothing);
            else
                text.Append('?').Insert(text.Length, ", ?", places[list] - 1);

            text.Append(_parts[list + 1]);
        }

        return text.ToString();
    }
}
