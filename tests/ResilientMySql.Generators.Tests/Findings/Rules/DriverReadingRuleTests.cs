using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>Where the driver would see other parameters than there are, it is told.</summary>
public sealed class DriverReadingRuleTests
{
    [Theory]
    [InlineData("SELECT 1 /** all **/ + [|@a|]")]
    [InlineData("SELECT @a/* it's */, [|@b|]")]
    [InlineData("SELECT 'x'[|@a|]")]
    [InlineData("SELECT @a[|@b|]")]
    [InlineData("SELECT 1 --\n + [|@a|]")]
    [InlineData("SELECT [|@`v`|]")]
    public void OtherReading_IsFound(string sql) =>
        Expect.Found(FindingIds.DriverReadsOtherwise, sql, Expect.Query().With("a", "b"));

    [Theory]
    [InlineData("SELECT @a/*x*/, @b")]
    [InlineData("SELECT @a /* @c */, @b -- @c")]
    [InlineData("SELECT (@a),(@b), 'x', @a")]
    [InlineData("SELECT '@c' 'd', \"e\", `f`, @a FROM g")]
    [InlineData("SELECT @@session.sql_mode, @a")]
    [InlineData("SELECT @`v`, @v, @a")]
    public void SameReading_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().With("a", "b") with { UserVariables = ["v"] });

    [Theory]
    [InlineData("SELECT '\\' -- ', [|@a|]")]
    [InlineData("SELECT \"\\\" -- \", [|@a|]")]
    public void ReadingThatDependsOnTheMode_IsFound(string sql) =>
        Expect.Found(FindingIds.DependsOnSqlMode, sql, Expect.Query().With("a"));

    [Theory]
    [InlineData("SELECT 'it\\'s', @a")]
    [InlineData("SELECT '\\n', @a, '\\\\'")]
    [InlineData("SELECT 'a''b', @a")]
    [InlineData("SELECT '\\'', @a, '\\''")]
    public void BackslashesThatChangeNothing_AreLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().With("a"));
}
