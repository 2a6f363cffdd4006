using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>A locking read is told where its locks cannot outlive it.</summary>
public sealed class LockRuleTests
{
    [Theory]
    [InlineData("SELECT id FROM city WHERE id = 1 [|FOR UPDATE|]")]
    [InlineData("SELECT id FROM city WHERE id = 1 [|for share|] SKIP LOCKED")]
    [InlineData("SELECT id FROM city WHERE id = 1 [|LOCK IN SHARE MODE|]")]
    public void OnADataSource_IsFound(string sql) => Expect.Found(FindingIds.LockOutsideTransaction, sql, Expect.Query());

    [Theory]
    [InlineData(nameof(StatementHost.Connection))]
    [InlineData(nameof(StatementHost.Transaction))]
    public void WhereATransactionMayBeOpen_IsLeftAlone(string host) =>
        Expect.Silent("SELECT id FROM city WHERE id = 1 FOR UPDATE", Expect.Query() with { Host = Enum.Parse<StatementHost>(host) });

    [Theory]
    [InlineData("SELECT id FROM city WHERE id = 1")]
    [InlineData("SELECT 'FOR UPDATE' AS x, `for`, t.`update` FROM t /* FOR UPDATE */")]
    [InlineData("SELECT a FROM t FORCE INDEX FOR ORDER BY (ia)")]
    public void OtherReads_AreLeftAlone(string sql) => Expect.Silent(sql, Expect.Query());
}
