namespace ResilientMySql.Benchmarks.Servers;

/// <summary>Counters of the server's own, from <c>SHOW GLOBAL STATUS</c>.</summary>
internal sealed class CommandCounts(IReadOnlyDictionary<string, long> values)
{
    /// <summary>Every command a client sends, those that prepare too, and on MySQL pings.</summary>
    public const string Commands = "Queries";

    /// <summary>Resets and pings among others; MariaDB's pings are counted here alone.</summary>
    public const string Administration = "Com_admin_commands";

    /// <summary>Connections that were tried.</summary>
    public const string Connects = "Connections";

    /// <summary>Which ones are read, and what they count.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> Counters =
    [
        (Commands, "commands"),
        ("Questions", "statements"),
        ("Com_select", "SELECT"),
        ("Com_stmt_prepare", "prepare"),
        ("Com_stmt_execute", "execute"),
        (Administration, "reset, ping"),
        ("Com_set_option", "SET"),
        ("Com_change_db", "USE"),
        (Connects, "connects"),
    ];

    public static CommandCounts None { get; } = new(Counters.ToDictionary(static counter => counter.Name, static _ => 0L));

    public long this[string name] => values[name];

    public static CommandCounts operator -(CommandCounts later, CommandCounts earlier) =>
        new(Counters.ToDictionary(static counter => counter.Name, counter => later[counter.Name] - earlier[counter.Name]));
}
