using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>A list of any length is told once.</summary>
public sealed class UnboundedListRuleTests
{
    private static readonly StatementFacts Facts = Expect.Query(TakenResult.AllRows) with
    {
        Parameters = [new("ids", IsUnboundedList: true), new("few"), new("id")],
    };

    [Theory]
    [InlineData("SELECT name FROM city WHERE id IN ([|@ids|])")]
    [InlineData("SELECT name FROM city WHERE id NOT IN( [|@IDS|] ) OR country IN (@ids)")]
    [InlineData("SELECT name FROM city WHERE id IN [|@ids|]")]
    public void UnboundedList_IsFound(string sql) => Expect.Found(FindingIds.UnboundedList, sql, Facts);

    [Theory]
    [InlineData("SELECT name FROM city WHERE id IN (@few)")]
    [InlineData("SELECT name FROM city WHERE id IN (@id, 2)")]
    [InlineData("SELECT name FROM city WHERE FIND_IN_SET(id, @id)")]
    public void BoundedList_IsLeftAlone(string sql) => Expect.Silent(sql, Facts);
}
