using ResilientMySql.Statements;

namespace ResilientMySql.Integration.Statements;

/// <summary>What a statement of a kind that can be replayed is allowed to change on its session.</summary>
internal static class PromisedChanges
{
    public static HashSet<string> Of(StatementKind kind, string sql) => kind switch
    {
        StatementKind.UseSchema => ["schema", "variable character_set_database", "variable collation_database"],
        StatementKind.SetSession or StatementKind.AutocommitOn or StatementKind.AutocommitOff =>
            [.. SetStatement.KeyOf(sql).Split(',').SelectMany(Names)],
        _ => [],
    };

    private static IEnumerable<string> Names(string key) => key switch
    {
        "role" => ["role"],
        "names" => ["variable character_set_client", "variable character_set_results", .. Names("collation_connection")],
        "character_set_connection" or "collation_connection" => ["variable character_set_connection", "variable collation_connection"],
        "transaction_isolation" => ["variable transaction_isolation", "variable tx_isolation"],
        "transaction_read_only" => ["variable transaction_read_only", "variable tx_read_only"],
        ['@', '\'' or '"' or '`', .., _] => [$"variable @{key[2..^1]}"],
        _ => [$"variable {key.Split('=')[0]}"],
    };
}
