using System.Globalization;

namespace ResilientMySql.Testing.Scripting;

/// <summary>What a healthy server would say where the script says nothing: enough for drivers to connect, reset and disconnect.</summary>
internal static class DefaultReplies
{
    private static readonly string[] SilentStatements =
        ["SET", "USE", "BEGIN", "START TRANSACTION", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "KILL", "DO"];

    public static Reply To(ReceivedRequest request, ServerGreeting greeting, ServerVariables variables) => request.Command switch
    {
        ServerCommand.Query or ServerCommand.Execute => ToStatement(request, greeting, variables),
        ServerCommand.Ping or ServerCommand.InitDb or ServerCommand.ResetConnection or ServerCommand.ChangeUser
            or ServerCommand.ResetStatement or ServerCommand.SetOption => new OkReply(),
        _ => new ErrorReply(1047, "08S01", $"The script has no reply to the command {request.Command}."),
    };

    private static Reply ToStatement(ReceivedRequest request, ServerGreeting greeting, ServerVariables variables)
    {
        string sql = Normalize(request.Sql ?? "");
        if (SilentStatements.Any(start => StartsWithWord(sql, start)))
            return new OkReply();

        return TrySelect(sql, request, greeting, variables)
            ?? new ErrorReply(1064, "42000", $"The script has no reply to: {sql}");
    }

    /// <summary>The text without what does not matter for recognizing it.</summary>
    public static string Normalize(string sql) => sql.Trim().TrimEnd(';').TrimEnd();

    private static bool StartsWithWord(string sql, string word) =>
        sql.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (sql.Length == word.Length || !char.IsLetterOrDigit(sql[word.Length]));

    private static Reply? TrySelect(string sql, ReceivedRequest request, ServerGreeting greeting, ServerVariables variables)
    {
        if (!StartsWithWord(sql, "SELECT"))
            return null;

        string list = sql["SELECT".Length..];
        if (list.EndsWith(" LIMIT 1", StringComparison.OrdinalIgnoreCase))
            list = list[..^" LIMIT 1".Length];

        string[] expressions = list.Split(',', StringSplitOptions.TrimEntries);
        var values = new object?[expressions.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!TryEvaluate(expressions[i], request, greeting, variables, out values[i]))
            {
                return expressions[i].StartsWith("@@", StringComparison.Ordinal)
                    ? new ErrorReply(1193, "HY000", $"Unknown system variable '{NameOf(expressions[i])}'")
                    : null;
            }
        }

        return new RowsReply(expressions, values);
    }

    private static bool TryEvaluate(string expression, ReceivedRequest request, ServerGreeting greeting, ServerVariables variables, out object? value)
    {
        value = expression.ToUpperInvariant() switch
        {
            "CONNECTION_ID()" => request.ConnectionId,
            "VERSION()" or "@@VERSION" => greeting.ServerVersion,
            _ => null,
        };
        if (value is not null)
            return true;

        if (long.TryParse(expression, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            value = number;
            return true;
        }

        // There are no schemas here, and no roles.
        if (expression.ToUpperInvariant() is "NULL" or "DATABASE()" or "CURRENT_ROLE()")
            return true;

        if (expression is ['\'', .. var text, '\''])
        {
            value = text;
            return true;
        }

        return expression.StartsWith("@@", StringComparison.Ordinal) && variables.TryGet(NameOf(expression), out value);
    }

    private static string NameOf(string variable) => variable[(variable.LastIndexOfAny(['@', '.']) + 1)..];
}
