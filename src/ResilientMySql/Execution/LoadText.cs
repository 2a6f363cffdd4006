using System.Text;

namespace ResilientMySql.Execution;

/// <summary>The statement behind a bulk load, as far as it matters to what the load does: what it reads into, and what it computes.</summary>
internal static class LoadText
{
    public static string Of(bool isLocal, string? table, IEnumerable<string> columns, IEnumerable<string> expressions)
    {
        var text = new StringBuilder("LOAD DATA ").Append(isLocal ? "LOCAL " : "").Append("INFILE '' INTO TABLE ").Append(table);
        Append(text, " (", columns, ")");
        Append(text, " SET ", expressions, "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string before, IEnumerable<string> items, string after)
    {
        string list = string.Join(", ", items);
        if (list.Length > 0)
            text.Append(before).Append(list).Append(after);
    }
}
