using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>[Idempotent] where it is needless, in vain or untrue.</summary>
public sealed class PromiseRuleTests
{
    private static readonly StatementFacts Promised = Expect.Execute().Promised();

    [Theory]
    [InlineData("UPDATE t SET [|n = n + 1|] WHERE id = 1", "'n' is computed from itself")]
    [InlineData("UPDATE t SET a = 1, [|t.n = @x - t.n|] WHERE id = 1", "'n' is computed from itself")]
    [InlineData("UPDATE t SET [|log = CONCAT(log, @x)|] WHERE id = 1", "'log' is computed from itself")]
    [InlineData("UPDATE t SET a = [|NOW|]() WHERE id = 1", "NOW gives another value the second time")]
    [InlineData("UPDATE t SET a = [|current_timestamp|] WHERE id = 1", "CURRENT_TIMESTAMP gives another value the second time")]
    [InlineData("[|INSERT|] INTO log (message) VALUES (@x)", "a second INSERT adds a second row")]
    [InlineData("[|INSERT|] INTO log SET message = @x", "a second INSERT adds a second row")]
    [InlineData("INSERT INTO t (id, n) VALUES (1, 1) ON DUPLICATE KEY UPDATE [|n = n + 1|]", "'n' is computed from itself")]
    [InlineData("REPLACE INTO t (id, at) VALUES (1, [|UUID|]())", "UUID gives another value the second time")]
    [InlineData("DELETE FROM queue WHERE done = 1 [|LIMIT|] 10", "a second DELETE deletes further rows")]
    public void VisibleRepeat_IsFound(string sql, string reason) => Expect.Found(FindingIds.NotIdempotent, sql, Promised.With("x"), reason);

    [Theory]
    [InlineData("UPDATE t SET n = 5, m = n + 1 WHERE id = 1")]
    [InlineData("UPDATE t SET version = version + 1, a = @x WHERE id = 1 AND version = 7")]
    [InlineData("UPDATE t SET n = GREATEST(n, @x), b = UPPER(b), c = IFNULL(c, 1) WHERE id = 1")]
    [InlineData("UPDATE t SET j = j->'$.a' WHERE id = 1")]
    [InlineData("UPDATE t SET n = 1 WHERE at < NOW()")]
    [InlineData("INSERT IGNORE INTO log (message, at) VALUES (@x, NOW())")]
    [InlineData("INSERT INTO log (message) VALUES (@x) ON DUPLICATE KEY UPDATE message = @x")]
    [InlineData("INSERT INTO log (log_id, message) VALUES (1, @x)")]
    [InlineData("INSERT INTO log VALUES (1, @x)")]
    [InlineData("INSERT INTO log (message) SELECT @x FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM log WHERE message = @x)")]
    [InlineData("REPLACE INTO t (id, n) VALUES (1, @x)")]
    [InlineData("DELETE FROM queue WHERE queue_id = 7 LIMIT 1")]
    [InlineData("DELETE FROM queue WHERE done = 1")]
    public void NothingVisible_IsLeftAlone(string sql) => Expect.Silent(sql, Promised.With("x"));

    [Fact]
    public void WithoutPromise_NothingIsSaid() => Expect.Silent("UPDATE t SET n = n + 1, at = NOW() WHERE id = 1", Expect.Execute());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void EmptyReason_IsFound(string? reason) =>
        Expect.Found(FindingIds.EmptyReason, "[|DELETE FROM t WHERE id = 1|]", Promised with { IdempotentReason = reason });

    [Theory]
    [InlineData("[|SELECT|] 1")]
    [InlineData("/* all */ [|WITH|] c AS (SELECT 1 AS x) SELECT x FROM c")]
    public void PromiseOfARead_IsNeedless(string sql) => Expect.Found(FindingIds.NeedlessPromise, sql, Expect.Query().Promised());

    [Theory]
    [InlineData("[|SELECT|] f(1)", "it is not understood")]
    [InlineData("[|SELECT|] LAST_INSERT_ID()", "it asks what its session did before")]
    [InlineData("[|SELECT|] GET_LOCK('a', 1)", "it leaves on its session what no other can be given")]
    public void PromiseThatChangesNothing_IsVain(string sql, string reason) => Expect.Found(FindingIds.VainPromise, sql, Expect.Query().Promised(), reason);

    [Theory]
    [InlineData("[|CREATE|] TABLE IF NOT EXISTS t (id INT)", "it commits")]
    [InlineData("[|CALL|] p()", "it is not understood")]
    public void PromiseOfADefinition_IsVain(string sql, string reason) => Expect.Found(FindingIds.VainPromise, sql, Promised, reason);

    [Fact]
    public void PromiseInATransaction_IsVain() => Expect.Found(
        FindingIds.VainPromise, "[|UPDATE|] t SET n = 1 WHERE id = 1", Promised with { Host = StatementHost.Transaction }, "it runs inside a transaction");

    [Fact]
    public void PromiseThatHelpsOnOneServer_IsNotVain() => Expect.Silent("UPDATE t SET n = NVL(1, 2) WHERE id = 1", Promised);
}
