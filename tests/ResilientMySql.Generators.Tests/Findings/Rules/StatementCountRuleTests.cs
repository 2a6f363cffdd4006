using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>Several results are told where the method takes one.</summary>
public sealed class StatementCountRuleTests
{
    [Theory]
    [InlineData("SELECT 1; [|SELECT 2|]")]
    [InlineData("SELECT 1;; [|SHOW TABLES|];")]
    [InlineData("SET @x = 1; SELECT 1; [|WITH c AS (SELECT 2) SELECT 3 FROM c|]; SELECT 4")]
    public void SecondResultSet_IsFound(string sql) =>
        Expect.Found(FindingIds.SeveralResults, sql, Expect.Query() with { UserVariables = ["x"] }, "has a result set");

    [Fact]
    public void SecondInsert_IsFound() => Expect.Found(
        FindingIds.SeveralResults, "INSERT INTO a (n) VALUES (1); [|INSERT INTO b (n) VALUES (2)|]", Expect.Execute(TakenResult.InsertId), "inserts");

    [Theory]
    [InlineData("SELECT 1;")]
    [InlineData("INSERT INTO a (n) VALUES (1); SELECT LAST_INSERT_ID()")]
    [InlineData("SELECT ';' /* ; SELECT 2 */")]
    public void OneResultSet_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query());

    [Fact]
    public void SeveralSets_AreLeftAlone() => Expect.Silent("SELECT 1; SELECT 2", Expect.Query(TakenResult.SeveralSets));

    [Fact]
    public void StatementsWithoutResult_AreLeftAlone() => Expect.Silent("UPDATE a SET n = 1 WHERE id = 1; UPDATE b SET n = 1 WHERE id = 1", Expect.Execute());
}
