namespace ResilientMySql.Tests;

public sealed class ConnectionStringBuilderTests
{
    [Theory]
    [InlineData("Server=a", RecoveryMode.Auto, 15u)]
    [InlineData("Server=a;Recovery=off;Recovery Timeout=3", RecoveryMode.Off, 3u)]
    [InlineData("server=a;RECOVERYTIMEOUT=7", RecoveryMode.Auto, 7u)]
    public void OwnKeywords_AreRead(string text, RecoveryMode recovery, uint seconds)
    {
        var builder = new ResilientMySqlConnectionStringBuilder(text);

        Assert.Equal((recovery, seconds), (builder.Recovery, builder.RecoveryTimeout));
        Assert.Equal("a", builder["Server"]);
    }

    [Fact]
    public void Written_IsReadBack()
    {
        var builder = new ResilientMySqlConnectionStringBuilder { Recovery = RecoveryMode.Off, RecoveryTimeout = 4 };
        builder["Server"] = "a;b";

        var again = new ResilientMySqlConnectionStringBuilder(builder.ConnectionString);

        Assert.Equal((RecoveryMode.Off, 4u, "a;b"), (again.Recovery, again.RecoveryTimeout, again["Server"]));
    }

    [Theory]
    [InlineData("Recovery=Sometimes", "Recovery=Sometimes", "Auto or Off")]
    [InlineData("Recovery Timeout=0", "Recovery Timeout=0", "1 to 86400")]
    [InlineData("Recovery Timeout=soon", "Recovery Timeout=soon", "seconds")]
    [InlineData("Servre=a", "servre", "")]
    public void Mistake_IsNamedWithItsRemedy(string text, string named, string remedy)
    {
        var mistake = Assert.ThrowsAny<ArgumentException>(() => new ResilientMySqlConnectionStringBuilder(text));

        Assert.Contains(named, mistake.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(remedy, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DataSource_ShowsNoPassword()
    {
        using var dataSource = new ResilientMySqlDataSource("Server=a;Password=secret;Recovery Timeout=3");
        using var open = new ResilientMySqlDataSource("Server=a;Pwd=secret;Persist Security Info=true");

        Assert.DoesNotContain("secret", dataSource.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("secret", open.ConnectionString, StringComparison.Ordinal);
    }
}
