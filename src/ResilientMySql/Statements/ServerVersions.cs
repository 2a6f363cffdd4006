namespace ResilientMySql.Statements;

/// <summary>Reads from a server's version string what it understands.</summary>
internal static class ServerVersions
{
    /// <summary>Whether the version is one of MariaDB's; everything else counts as MySQL.</summary>
    public static bool IsMariaDb(string version) => version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);

    /// <summary>The dialect of the server; <see cref="ServerDialects.Any"/> for versions that are not known to be built alike.</summary>
    /// <param name="version">What the server calls itself, such as <c>11.8.2-MariaDB</c> or <c>9.7.4</c>.</param>
    public static ServerDialects DialectOf(string version)
    {
        // MariaDB puts this before its own version, for the sake of old replicas.
        ReadOnlySpan<char> own = version.StartsWith("5.5.5-", StringComparison.Ordinal) ? version.AsSpan(6) : version;
        int length = own.IndexOfAnyExceptInRange('.', '9');
        if (!Version.TryParse(length < 0 ? own : own[..length], out Version? number))
            return ServerDialects.Any;

        return (IsMariaDb(version), number) switch
        {
            (true, { Major: > 11 } or { Major: 11, Minor: >= 8 }) => ServerDialects.MariaDb118,
            (true, { Major: 11 } or { Major: 10, Minor: >= 11 }) => ServerDialects.MariaDb1011,
            (false, { Major: 9 }) => ServerDialects.MySql9,
            _ => ServerDialects.Any,
        };
    }
}
