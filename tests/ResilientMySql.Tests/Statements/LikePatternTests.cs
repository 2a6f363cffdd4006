using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class LikePatternTests
{
    [Theory]
    [InlineData("identity", "identity", true)]
    [InlineData("IDENTITY", "identity", true)]
    [InlineData("ident", "identity", false)]
    [InlineData("identity_", "identity", false)]
    [InlineData("%", "identity", true)]
    [InlineData("", "identity", false)]
    [InlineData("i%y", "identity", true)]
    [InlineData("%t%t%", "identity", true)]
    [InlineData("%t%t%t%", "identity", false)]
    [InlineData("_dentit_", "identity", true)]
    [InlineData("insert\\_id", "insert_id", true)]
    [InlineData("insert\\_id", "insertxid", false)]
    [InlineData("insert_id", "insertxid", true)]
    [InlineData("%\\%", "identity", false)]
    [InlineData("a%b%c%d", "axxbxxcxx", false)]
    public void Pattern_CoversTheWholeName(string pattern, string name, bool matches) =>
        Assert.Equal(matches, LikePattern.Matches(pattern, name));
}
