using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class StatementTextTests
{
    [Theory]
    [InlineData("SELECT  *\n FROM t WHERE a = 'secret' AND b = 42 -- note", "SELECT * FROM t WHERE a = ? AND b = ?")]
    [InlineData("SET @p = \"secret\"", "SET @p = ?")]
    [InlineData("SELECT 'never closed secret", "SELECT ?")]
    [InlineData("SELECT /*! 'secret' */ 1", "SELECT ? ?")]
    public void Values_AreLeftOut(string sql, string expected) => Assert.Equal(expected, StatementText.WithoutValues(sql));

    [Fact]
    public void LongText_IsCutShort() =>
        Assert.Equal(100, StatementText.WithoutValues(new string('a', 70) + " " + new string('b', 70)).Length);
}
