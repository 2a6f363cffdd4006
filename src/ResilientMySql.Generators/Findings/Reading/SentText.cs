using System.Text;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>The text that the driver is given, with <c>?</c> for each parameter, and where each of its parts comes from.</summary>
internal sealed class SentText
{
    private readonly List<Placeholder> _written = [];
    private readonly List<int> _origins = [];

    private SentText(string sql, LexicalMode mode, Func<string, bool> isUserVariable)
    {
        var text = new StringBuilder(sql.Length);
        var places = new List<Placeholder>();
        bool isBehindIn = false;
        var lexer = new SqlLexer(sql.AsSpan(), mode);
        while (lexer.TryRead(out SqlToken token))
        {
            bool isParameter = token.Kind is SqlTokenKind.Placeholder
                || (token.Kind is SqlTokenKind.AtName && sql[token.Start + 1] is not ('\'' or '"' or '`')
                    && !isUserVariable(sql.Substring(token.Start + 1, token.Length - 1)));
            if (isParameter)
            {
                // A list right behind IN is given its parentheses.
                string written = isBehindIn ? "(?)" : "?";
                places.Add(new Placeholder(text.Length + written.IndexOf('?'), 1));
                _written.Add(new Placeholder(token.Start, token.Length));
                _origins.AddRange(written.Select(_ => token.Start));
                text.Append(written);
            }
            else
            {
                _origins.AddRange(Enumerable.Range(token.Start, token.Length));
                text.Append(sql, token.Start, token.Length);
            }

            if (!token.IsTrivia)
                isBehindIn = token.In(sql.AsSpan()).Equals("IN".AsSpan(), StringComparison.OrdinalIgnoreCase);
        }

        Text = text.ToString();
        Placeholders = places;
    }

    public string Text { get; }

    /// <summary>Where the placeholders are in <see cref="Text"/>.</summary>
    public IReadOnlyList<Placeholder> Placeholders { get; }

    /// <summary>Where the parameters are in the text as written.</summary>
    public IReadOnlyList<Placeholder> Written => _written;

    public static SentText Of(string sql, LexicalMode mode, Func<string, bool> isUserVariable) => new(sql, mode, isUserVariable);

    /// <summary>The place in the text as written that something in <see cref="Text"/> comes from.</summary>
    public Placeholder OriginOf(Placeholder sent)
    {
        int which = _origins.Count == 0 ? -1 : _written.FindIndex(written => written.Start == _origins[sent.Start]);
        return which >= 0 && sent.Length == 1 ? _written[which] : new Placeholder(_origins[sent.Start], sent.Length);
    }
}
