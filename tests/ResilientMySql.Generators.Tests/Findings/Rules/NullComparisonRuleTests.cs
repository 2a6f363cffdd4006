using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>A comparison that NULL cannot fulfil is told, an assignment of NULL is not.</summary>
public sealed class NullComparisonRuleTests
{
    [Theory]
    [InlineData("SELECT id FROM city WHERE name [|= NULL|]")]
    [InlineData("SELECT id FROM city WHERE name [|<> null|] OR id = 1")]
    [InlineData("SELECT id FROM city WHERE (id = 1 AND name [|!=NULL|])")]
    [InlineData("SELECT id FROM city c LEFT JOIN country o ON o.id [|= NULL|] GROUP BY id HAVING MAX(name) [|> NULL|]")]
    [InlineData("UPDATE city SET name = NULL WHERE name [|<= NULL|]")]
    public void Comparison_IsFound(string sql) => Expect.Found(FindingIds.NullComparison, sql, sql[0] == 'S' ? Expect.Query() : Expect.Execute());

    [Theory]
    [InlineData("SELECT id FROM city WHERE name IS NULL")]
    [InlineData("SELECT id FROM city WHERE name <=> NULL")]
    [InlineData("SELECT id FROM city WHERE name = 'NULL' OR name = `NULL`")]
    [InlineData("SELECT id FROM city WHERE name = NULLIF(a, b)")]
    [InlineData("SELECT name = NULL AS x FROM city")]
    [InlineData("SELECT id FROM city WHERE name = @name")]
    [InlineData("SELECT id FROM city WHERE name = COALESCE(@maybe, '')")]
    [InlineData("SELECT id FROM city WHERE @maybe IS NULL OR name = @maybe")]
    [InlineData("SELECT id FROM city WHERE name <=> @maybe")]
    [InlineData("SELECT id FROM city WHERE size >= @maybe")]
    public void SoundCondition_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().With("name", "maybe?"));

    [Theory]
    [InlineData("UPDATE city SET name = NULL, size = @maybe WHERE id = 1")]
    [InlineData("INSERT INTO city SET name = NULL")]
    [InlineData("INSERT INTO city (id) VALUES (1) ON DUPLICATE KEY UPDATE name = NULL")]
    [InlineData("SET @x = NULL")]
    public void Assignment_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Execute().With("maybe?") with { UserVariables = ["x"] });

    [Theory]
    [InlineData("SELECT id FROM city WHERE name = [|@maybe|]")]
    [InlineData("SELECT id FROM city WHERE id > 3 AND ([|@Maybe|] = name)")]
    [InlineData("SELECT c.id FROM city c JOIN country o ON o.name = [|@maybe|] ORDER BY 1")]
    public void NullableParameter_IsFound(string sql) =>
        Expect.Found(FindingIds.NullableComparison, sql, Expect.Query().With("maybe?"));

    [Fact]
    public void Message_SaysWhatToWrite() =>
        Expect.Found(FindingIds.NullComparison, "SELECT id FROM city WHERE name [|<> NULL|]", Expect.Query(), "<>", "IS NOT NULL");
}
