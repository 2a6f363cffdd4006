using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>The first of rows in no order is told, unless it is the only one.</summary>
public sealed class LimitRuleTests
{
    [Theory]
    [InlineData("SELECT name FROM city WHERE country = @id [|LIMIT|] 1")]
    [InlineData("SELECT name, size FROM city [|limit|] 0, 1")]
    [InlineData("SELECT name FROM city WHERE city_id = 1 OR size > 1 [|LIMIT|] 1")]
    [InlineData("SELECT name FROM city GROUP BY name [|LIMIT|] 1")]
    public void ArbitraryRow_IsFound(string sql) => Expect.Found(FindingIds.LimitWithoutOrder, sql, Expect.Query().With("id"));

    [Theory]
    [InlineData("SELECT name FROM city ORDER BY name LIMIT 1")]
    [InlineData("SELECT name FROM city WHERE country = @id")]
    [InlineData("SELECT COUNT(*) FROM city LIMIT 1")]
    [InlineData("SELECT IFNULL(MAX(size), 0) FROM city LIMIT 1")]
    [InlineData("SELECT 1 FROM city WHERE name = @id LIMIT 1")]
    [InlineData("SELECT NOW() LIMIT 1")]
    [InlineData("SELECT name FROM city WHERE city_id = @id LIMIT 1")]
    [InlineData("SELECT c.name FROM cities AS c WHERE c.city_id = @id AND size > 3 LIMIT 1")]
    [InlineData("SELECT name FROM sakila.users WHERE id = @id LIMIT 1")]
    [InlineData("SELECT name FROM city WHERE id = (SELECT MIN(id) FROM city LIMIT 1)")]
    [InlineData("SELECT name FROM city UNION SELECT name FROM country LIMIT 1")]
    public void CertainRow_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().With("id"));

    [Theory]
    [InlineData(nameof(TakenResult.AllRows))]
    [InlineData(nameof(TakenResult.Existence))]
    [InlineData(nameof(TakenResult.SingleRow))]
    public void OtherShapes_AreLeftAlone(string result) =>
        Expect.Silent("SELECT name FROM city LIMIT 1", Expect.Query(Enum.Parse<TakenResult>(result)));
}
