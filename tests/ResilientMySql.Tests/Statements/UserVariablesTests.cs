using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class UserVariablesTests
{
    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("SELECT '@a', \"@b\", `@c` FROM t -- @d")]
    [InlineData("SELECT 'me@example.com' /* @a */")]
    [InlineData("SELECT @@version, @@session.sql_mode")]
    [InlineData("SELECT /*+ MAX_EXECUTION_TIME(1000) */ 1")]
    public void TextWithoutUserVariables_HasNone(string sql) => Assert.False(UserVariables.MayBeIn(sql));

    [Theory]
    [InlineData("SELECT @a")]
    [InlineData("SELECT @a := 1")]
    [InlineData("SELECT @`a b`")]
    [InlineData("SELECT 1 /*! + @a */")]
    [InlineData("SELECT 1 /*M!100100 + 1 */")]
    public void TextWithUserVariables_MayHaveThem(string sql) => Assert.True(UserVariables.MayBeIn(sql));

    /// <summary>Where a backslash escapes nothing the string has ended; where double quotes make names a backslash does not escape in them.</summary>
    [Theory]
    [InlineData(@"SELECT '\', @a, '")]
    [InlineData(@"SELECT ""\"", @a, """)]
    public void TextThatHasThemInOneModeOnly_MayHaveThem(string sql) => Assert.True(UserVariables.MayBeIn(sql));
}
