using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>UPDATE and DELETE of a whole table are told, unless something narrows them down.</summary>
public sealed class EveryRowRuleTests
{
    [Theory]
    [InlineData("[|DELETE|] FROM city")]
    [InlineData("[|update|] city SET name = @name")]
    [InlineData("[|UPDATE|] city SET name = (SELECT name FROM other WHERE id = 1)")]
    [InlineData("WITH c AS (SELECT 1 AS x WHERE 1) [|DELETE|] FROM city")]
    [InlineData("DELETE FROM city WHERE id = 1; [|DELETE|] FROM country")]
    public void WholeTable_IsFound(string sql) => Expect.Found(FindingIds.EveryRow, sql, Expect.Execute().With("name"));

    [Theory]
    [InlineData("DELETE FROM city WHERE city_id = @name")]
    [InlineData("DELETE FROM city LIMIT 10")]
    [InlineData("DELETE c FROM city c JOIN country o ON o.id = c.country_id")]
    [InlineData("DELETE FROM c USING city c JOIN gone g ON g.id = c.id")]
    [InlineData("UPDATE (city c JOIN country o ON o.id = c.country_id) SET c.name = o.name")]
    [InlineData("UPDATE city SET name = @name WHERE city_id = 1")]
    [InlineData("INSERT INTO city (city_id) VALUES (1) ON DUPLICATE KEY UPDATE name = @name")]
    [InlineData("TRUNCATE city")]
    [InlineData("DROP TABLE city")]
    public void NarrowedDown_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Execute().With("name"));

    [Fact]
    public void LockingClause_IsNoUpdate() =>
        Expect.Silent("SELECT id FROM city FOR UPDATE", Expect.Query(TakenResult.AllRows).Into("Id") with { Host = StatementHost.Transaction });
}
