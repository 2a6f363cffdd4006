using System.Collections.Concurrent;

namespace ResilientMySql.Testing.Scripting;

/// <summary>What <c>SELECT @@name</c> says on a scripted server. Names are without regard to case. Thread-safe.</summary>
public sealed class ServerVariables
{
    private readonly ConcurrentDictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["server_uuid"] = "00000000-0000-0000-0000-000000000001",
        ["server_id"] = 1,
        ["read_only"] = 0,
        ["innodb_read_only"] = 0,
        ["autocommit"] = 1,
        ["init_connect"] = "",
        ["sql_mode"] = "STRICT_TRANS_TABLES",
        ["time_zone"] = "SYSTEM",
        ["transaction_isolation"] = "REPEATABLE-READ",
        ["max_allowed_packet"] = 67_108_864,
        ["wait_timeout"] = 28_800,
    };

    internal ServerVariables()
    {
    }

    /// <summary>A variable's value, of a type that <see cref="RowsReply"/> knows.</summary>
    /// <param name="name">Its name, without @@ and scope.</param>
    /// <exception cref="KeyNotFoundException">It has never been set.</exception>
    public object? this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }

    internal bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);
}
