using ResilientMySql.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>Which of the test servers the statements of the corpus are for.</summary>
internal static class CorpusServers
{
    public static bool IsFor(this CorpusStatement statement, ServerEngine engine) => (statement.Dialects & DialectOf(engine)) != ServerDialects.None;

    public static ServerDialects DialectOf(ServerEngine engine) =>
        engine is ServerEngine.MySql ? ServerDialects.MySql9 : ServerDialects.MariaDb1011;
}
