using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>The select list against the members, as the library does at run time; where the list is not certain, nothing is said.</summary>
public sealed class ColumnsRuleTests
{
    private static readonly StatementFacts City = Expect.Query(TakenResult.AllRows).Into("CityId", "Name");

    [Theory]
    [InlineData("SELECT [|*|] FROM city")]
    [InlineData("SELECT city_id, [|c.*|] FROM city c")]
    [InlineData("SELECT DISTINCT [|*|] FROM city")]
    [InlineData("WITH c AS (SELECT city_id, name FROM city) SELECT [|*|] FROM c")]
    public void Star_IsFound(string sql) => Expect.Found(FindingIds.SelectStar, sql, City);

    [Theory]
    [InlineData("SELECT NEXT VALUE FOR s AS city_id, 'Prague' AS name")]
    [InlineData("SELECT PREVIOUS VALUE FOR s AS city_id, 'Prague' AS name")]
    public void SequenceOfMariaDb_IsAColumn(string sql) => Expect.Silent(sql, City);

    [Theory]
    [InlineData("SELECT COUNT(*) AS city_id, 2 * 3 AS name FROM city")]
    [InlineData("SELECT city_id, name FROM (SELECT * FROM city) c")]
    [InlineData("SELECT city_id, name FROM city WHERE EXISTS (SELECT * FROM country)")]
    public void OtherStars_AreLeftAlone(string sql) => Expect.Silent(sql, City);

    [Theory]
    [InlineData(nameof(TakenResult.Existence))]
    [InlineData(nameof(TakenResult.Raw))]
    public void StarThatFillsNothing_IsLeftAlone(string result) =>
        Expect.Silent("SELECT * FROM city", Expect.Query(Enum.Parse<TakenResult>(result)));

    [Theory]
    [InlineData("SELECT city_id, name, [|size|] FROM city")]
    [InlineData("SELECT city_id, name, [|size AS s|], country FROM city UNION SELECT 1, 2, 3, 4")]
    public void SurplusColumn_IsFound(string sql) => Expect.Found(FindingIds.SurplusColumns, sql, City);

    [Fact]
    public void SurplusColumnOfAScalar_IsFound() =>
        Expect.Found(FindingIds.SurplusColumns, "SELECT 1, [|2|]", Expect.Query().Into(""), "2 columns", "1 value");

    [Fact]
    public void MissingColumn_IsFound() =>
        Expect.Found(FindingIds.MissingColumns, "SELECT [|city_id|] FROM city", City, "1 column", "'Name'");

    [Theory]
    [InlineData("SELECT city_id, [|country|] FROM city")]
    [InlineData("SELECT city_id, [|name AS title|] FROM city")]
    [InlineData("SELECT city_id, [|UPPER(name)|] FROM city")]
    [InlineData("SELECT city_id, [|UPPER(name) title|] FROM city")]
    [InlineData("SELECT [|`name`|], [|c.city_id|] FROM city c")]
    [InlineData("SELECT city_id, [|name AS 'Title'|] FROM city")]
    public void OtherName_IsFound(string sql) => Expect.Found(FindingIds.ColumnName, sql, City);

    [Theory]
    [InlineData("SELECT city_id, name FROM city")]
    [InlineData("SELECT CITYID, _na_me FROM city")]
    [InlineData("SELECT c.city_id, sakila.c.name FROM city c")]
    [InlineData("SELECT DISTINCT city_id, UPPER(name) AS name FROM city")]
    [InlineData("SELECT city_id, UPPER(name) name FROM city")]
    [InlineData("SELECT id AS `city_id`, CASE WHEN a THEN b ELSE c END AS 'name' FROM city")]
    [InlineData("SELECT IF(a, b, c) AS city_id, GROUP_CONCAT(a, b ORDER BY c SEPARATOR ', ') AS name FROM city")]
    [InlineData("SELECT SUBSTRING(a FROM 1 FOR 2) AS city_id, (SELECT name FROM country LIMIT 1) AS name")]
    [InlineData("SELECT a + 1, 'x' FROM city")]
    [InlineData("SELECT @city_id, NULL FROM city")]
    [InlineData("SELECT d + INTERVAL 1 DAY, a IS NULL FROM city")]
    [InlineData("SELECT a COLLATE utf8mb4_bin, 'x' 'y' FROM city")]
    [InlineData("SELECT city_id, name FROM city UNION SELECT a, b FROM c")]
    [InlineData("(SELECT a, b, c FROM city)")]
    [InlineData("SHOW TABLES")]
    [InlineData("TABLE city")]
    [InlineData("VALUES ROW(1, 2, 3)")]
    public void FittingOrUncertainList_IsLeftAlone(string sql) => Expect.Silent(sql, City.With("city_id") with { Members = [new("CityId", true), new("Name", true)] });

    [Fact]
    public void UnnamedElements_TakeAnyName() => Expect.Silent("SELECT a, COUNT(*) FROM city GROUP BY a", Expect.Query(TakenResult.AllRows).Into("", ""));

    [Theory]
    [InlineData("SELECT city_id, country_name FROM city")]
    [InlineData("SELECT city_id, c.name FROM city")]
    public void MembersOfARowInsideTheRow_TakeEitherName(string sql) => Expect.Silent(sql, Expect.Query(TakenResult.AllRows).Into("CityId", "Country.Name"));

    [Fact]
    public void ManyKindsOfRows_AreLeftAlone() => Expect.Silent("SELECT *, 2, 3 FROM city; SELECT 1", Expect.Query(TakenResult.SeveralSets));
}
