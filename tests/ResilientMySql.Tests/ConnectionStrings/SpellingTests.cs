using ResilientMySql.ConnectionStrings;

namespace ResilientMySql.Tests.ConnectionStrings;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("servre", "server", 1)]
    [InlineData("srver", "server", 1)]
    [InlineData("serveer", "server", 1)]
    [InlineData("serwer", "server", 1)]
    [InlineData("port", "sport", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_CountsSlips(string from, string to, int slips)
    {
        Assert.Equal(slips, Spelling.Distance(from, to));
        Assert.Equal(slips, Spelling.Distance(to, from));
    }

    [Theory]
    [InlineData("Servre", "Server")]
    [InlineData("Hots", "Host")]
    [InlineData("Maximum_Pool-Size", "Maximum Pool Size")]
    [InlineData("Maximal Pool Size", "Maximum Pool Size")]
    [InlineData("max pol size", "Max Pool Size")]
    [InlineData("Recovry Timeout", "Recovery Timeout")]
    [InlineData("Server Chang", "Server Change")]
    [InlineData("Paswrd", "Password")]
    [InlineData("Allow Load Local", null)]
    [InlineData("Frobnicate", null)]
    [InlineData("x", null)]
    [InlineData("?", null)]
    public void Nearest_IsNamedWhereOneIsNear(string word, string? nearest)
    {
        var mistake = Assert.Throws<ArgumentException>(() => new ResilientMySqlConnectionStringBuilder { [word] = 1 });

        Assert.Contains($"'{word}' is unknown", mistake.Message, StringComparison.Ordinal);
        if (nearest is null)
            Assert.DoesNotContain("did you mean", mistake.Message, StringComparison.Ordinal);
        else
            Assert.EndsWith($"did you mean '{nearest}'?", mistake.Message, StringComparison.Ordinal);
    }
}
