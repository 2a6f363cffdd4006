using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries;

public sealed class ListStatementTests
{
    [Theory]
    [InlineData(0, "SELECT * FROM city WHERE a = ? AND b IN (SELECT NULL FROM DUAL WHERE FALSE)")]
    [InlineData(1, "SELECT * FROM city WHERE a = ? AND b IN (?)")]
    [InlineData(4, "SELECT * FROM city WHERE a = ? AND b IN (?, ?, ?, ?)")]
    public void List_BecomesAsManyPlaceholders(int places, string expected) =>
        Assert.Equal(expected, new ListStatement("SELECT * FROM city WHERE a = ? AND b IN (?)", [1]).Expand([places]));

    [Fact]
    public void QuestionMarks_ThatAreNoPlaceholders_DoNotCount()
    {
        var statement = new ListStatement("SELECT '?', `?` /* ? */ FROM t WHERE a IN (?) AND b = ? AND c NOT IN (?) -- ?", [0, 2]);

        Assert.Equal((2, 1), (statement.Lists, statement.Others));
        Assert.Equal("SELECT '?', `?` /* ? */ FROM t WHERE a IN (?, ?) AND b = ? AND c NOT IN (SELECT NULL FROM DUAL WHERE FALSE) -- ?", statement.Expand([2, 0]));
    }

    [Fact]
    public void ListWithoutPlaceholder_Throws() =>
        Assert.Throws<ArgumentException>(static () => new ListStatement("SELECT ?", [1]));
}
