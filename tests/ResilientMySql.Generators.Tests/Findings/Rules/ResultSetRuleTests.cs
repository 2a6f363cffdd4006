using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>The attribute must fit the statement.</summary>
public sealed class ResultSetRuleTests
{
    [Theory]
    [InlineData("[|INSERT|] INTO city (name) VALUES (@name)")]
    [InlineData("[|update|] city SET name = @name WHERE id = 1")]
    [InlineData("[|CREATE|] TABLE t (id INT)")]
    [InlineData("[|DO|] SLEEP(1)")]
    public void QueryWithoutResultSet_IsFound(string sql) => Expect.Found(FindingIds.NoResultSet, sql, Expect.Query().With("name"));

    [Theory]
    [InlineData("[|SELECT|] 1")]
    [InlineData("[|SHOW|] TABLES")]
    [InlineData("[|WITH|] c AS (SELECT 1 AS x) SELECT x FROM c")]
    public void ExecuteWithResultSet_IsFound(string sql) => Expect.Found(FindingIds.IgnoredResultSet, sql, Expect.Execute());

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("(SELECT 1) UNION (SELECT 2)")]
    [InlineData("CALL film_in_stock(1, 2)")]
    [InlineData("INSERT INTO city (name) VALUES (@name) RETURNING city_id")]
    [InlineData("SET STATEMENT max_statement_time = 5 FOR SELECT 1")]
    [InlineData("CHECK TABLE city")]
    [InlineData("EXPLAIN UPDATE city SET name = @name WHERE id = 1")]
    public void QueryThatMayHaveOne_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().With("name"));

    [Theory]
    [InlineData("CALL film_in_stock(1, 2)")]
    [InlineData("SELECT 1 INTO @x")]
    [InlineData("SELECT 1 INTO OUTFILE '/tmp/x'")]
    [InlineData("OPTIMIZE TABLE city")]
    public void ExecuteThatMayHaveNone_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Execute() with { UserVariables = ["x"] });
}
