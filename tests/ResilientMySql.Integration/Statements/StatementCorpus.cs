using ResilientMySql.Statements;
using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Integration.Statements;

/// <summary>What applications send, and what they had better not, by the kind that each statement is to be taken for.</summary>
/// <remarks>
/// One statement a line. Before it, in braces, the server that alone understands it, <c>asks</c> where it uses one-shot state, and
/// <c>idle</c> where it cannot succeed as it stands here (nothing to release, no such file), only be understood.
/// </remarks>
internal static class StatementCorpus
{
    public static IReadOnlyList<CorpusStatement> All { get; } =
    [
        .. Parse(Read, CorpusReads.Read),
        .. Parse(Read, CorpusReads.Asking),
        .. Parse(LockingRead, CorpusReads.LockingRead),
        .. Parse(Write, CorpusWrites.Write),
        .. Parse(ImplicitCommit, CorpusWrites.ImplicitCommit),
        .. Parse(Begin, CorpusSessions.Begin),
        .. Parse(Commit, CorpusSessions.Commit),
        .. Parse(Rollback, CorpusSessions.Rollback),
        .. Parse(Savepoint, CorpusSessions.Savepoint),
        .. Parse(UseSchema, CorpusSessions.UseSchema),
        .. Parse(SetSession, CorpusSessions.SetSession),
        .. Parse(AutocommitOn, CorpusSessions.AutocommitOn),
        .. Parse(AutocommitOff, CorpusSessions.AutocommitOff),
        .. Parse(Pin, CorpusSessions.Pin),
        .. Parse(Opaque, CorpusSessions.Opaque),
    ];

    private static IEnumerable<CorpusStatement> Parse(StatementKind kind, string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => ParseLine(kind, line));

    private static CorpusStatement ParseLine(StatementKind kind, string line)
    {
        int end = line.StartsWith('{') ? line.IndexOf('}', StringComparison.Ordinal) : -1;
        string[] marks = end < 0 ? [] : line[1..end].Split(' ');
        ServerDialects dialects = marks switch
        {
            _ when marks.Contains("mysql") => ServerDialects.MySql9,
            _ when marks.Contains("mariadb") => ServerDialects.MariaDb,
            _ => ServerDialects.Any,
        };
        return new CorpusStatement(line[(end + 1)..].Trim(), kind, dialects, marks.Contains("asks"), marks.Contains("idle"));
    }
}
