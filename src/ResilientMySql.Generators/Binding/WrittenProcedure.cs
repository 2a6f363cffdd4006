using ResilientMySql.Generators.Model;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Binding;

/// <summary>What a <c>[Procedure]</c> says: a name, and perhaps an argument list.</summary>
/// <param name="Name">As SQL has it: <c>film_in_stock</c>, <c>sakila.film_in_stock</c>, <c>`film in stock`</c>.</param>
/// <param name="Arguments">Direction and name of each argument; null where no list is written.</param>
internal sealed record WrittenProcedure(string Name, List<(ArgumentDirection Direction, string Name, int Start)>? Arguments)
{
    /// <summary>Null where it is anything else.</summary>
    public static WrittenProcedure? Read(string text)
    {
        var words = new List<(SqlTokenKind Kind, string Text, int Start)>();
        var lexer = new SqlLexer(text.AsSpan());
        while (lexer.TryReadSignificant(out SqlToken token))
            words.Add((token.Kind, text.Substring(token.Start, token.Length), token.Start));

        int open = words.FindIndex(word => word.Text == "(");
        var name = words.Take(open < 0 ? words.Count : open).ToList();
        bool isName = name.Count is 1 or 3 && name.Where((_, index) => index % 2 == 0).All(part => part.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
            && (name.Count == 1 || name[1].Text == ".");

        if (!isName || (open >= 0 && words[words.Count - 1].Text != ")"))
            return null;

        string written = string.Concat(name.Select(part => part.Text));
        if (open < 0)
            return new WrittenProcedure(written, null);

        var arguments = new List<(ArgumentDirection, string, int)>();
        var inside = words.Skip(open + 1).Take(words.Count - open - 2).ToList();
        while (inside.Count > 0)
        {
            int comma = inside.FindIndex(word => word.Text == ",");
            var one = inside.Take(comma < 0 ? inside.Count : comma).ToList();
            if (Argument(one) is not { } argument)
                return null;

            arguments.Add(argument);
            inside = inside.Skip(comma < 0 ? inside.Count : comma + 1).ToList();
            if (comma >= 0 && inside.Count == 0)
                return null;
        }

        return new WrittenProcedure(written, arguments);
    }

    private static (ArgumentDirection Direction, string Name, int Start)? Argument(List<(SqlTokenKind Kind, string Text, int Start)> words)
    {
        string first = words.Count == 0 ? "" : words[0].Text.ToUpperInvariant();
        return words.Count switch
        {
            1 when words[0].Kind is SqlTokenKind.AtName => (ArgumentDirection.In, words[0].Text.Substring(1), words[0].Start),
            2 when first == "IN" && words[1].Kind is SqlTokenKind.AtName => (ArgumentDirection.In, words[1].Text.Substring(1), words[1].Start),
            2 when first == "INOUT" && words[1].Kind is SqlTokenKind.AtName => (ArgumentDirection.InOut, words[1].Text.Substring(1), words[1].Start),
            2 when first == "OUT" && words[1].Kind is SqlTokenKind.Word or SqlTokenKind.AtName => (ArgumentDirection.Out, words[1].Text.TrimStart('@'), words[1].Start),
            _ => null,
        };
    }
}
