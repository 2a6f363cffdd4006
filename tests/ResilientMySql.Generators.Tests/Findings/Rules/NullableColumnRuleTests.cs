using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>NULL for a member that cannot hold it is told where the text shows it.</summary>
public sealed class NullableColumnRuleTests
{
    private static readonly StatementFacts City = Expect.Query(TakenResult.AllRows).Into("Id", "Name");

    [Theory]
    [InlineData("SELECT id, [|NULL AS name|] FROM city")]
    [InlineData("SELECT c.id, [|o.name|] FROM city c LEFT JOIN country o ON o.id = c.country_id")]
    [InlineData("SELECT c.id, [|o.title AS name|] FROM city AS c LEFT OUTER JOIN sakila.country AS o USING (id)")]
    [InlineData("SELECT c.id, [|country.name|] FROM city c LEFT JOIN country ON country.id = c.country_id WHERE c.id > 3")]
    [InlineData("SELECT c.id, [|o.name|] FROM city c LEFT JOIN (SELECT 1 AS name) o ON TRUE")]
    public void NullForARow_IsFound(string sql) => Expect.Found(FindingIds.NullableColumn, sql, City);

    [Theory]
    [InlineData("SELECT [|MAX(size)|] FROM city")]
    [InlineData("SELECT [|sum(size) AS total|] FROM city WHERE id = 1")]
    [InlineData("SELECT [|GROUP_CONCAT(name SEPARATOR ', ')|] FROM city")]
    public void AggregateOfNoRows_IsFound(string sql) => Expect.Found(FindingIds.NullableColumn, sql, Expect.Query().Into(""));

    [Theory]
    [InlineData("SELECT COUNT(*) FROM city")]
    [InlineData("SELECT COUNT(name) FROM city")]
    [InlineData("SELECT IFNULL(MAX(size), 0) FROM city")]
    [InlineData("SELECT MAX(size) + 0 FROM city")]
    [InlineData("SELECT MAX(size) FROM city GROUP BY country")]
    [InlineData("SELECT MAX(size) FROM city HAVING COUNT(*) > 0")]
    [InlineData("SELECT MAX(size) OVER () FROM city")]
    [InlineData("SELECT MAX(3)")]
    [InlineData("SELECT IFNULL(NULL, 1)")]
    [InlineData("SELECT name FROM city")]
    public void CertainValue_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().Into(""));

    [Theory]
    [InlineData("SELECT c.id, c.name FROM city c LEFT JOIN country o ON o.id = c.country_id")]
    [InlineData("SELECT c.id, o.name FROM city c JOIN country o ON o.id = c.country_id")]
    [InlineData("SELECT c.id, o.name FROM city c LEFT JOIN country o ON o.id = c.country_id WHERE o.name IS NOT NULL")]
    [InlineData("SELECT c.id, o.name FROM city c LEFT JOIN country o ON o.id = c.country_id JOIN x ON x.id = o.id")]
    [InlineData("SELECT c.id, IFNULL(o.name, '') AS name FROM city c LEFT JOIN country o ON o.id = c.country_id")]
    [InlineData("SELECT c.id, name FROM city c LEFT JOIN country o ON o.id = c.country_id")]
    public void CertainRow_IsLeftAlone(string sql) => Expect.Silent(sql, City);

    [Fact]
    public void NullableMember_HoldsIt() =>
        Expect.Silent("SELECT MAX(id) AS id, NULL AS name FROM city", Expect.Query().Into("Id?", "Name?"));
}
