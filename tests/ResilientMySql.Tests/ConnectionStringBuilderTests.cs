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
    [InlineData("Servre=a", "servre", "did you mean 'Server'?")]
    [InlineData("Recovery Tmeout=3", "recovery tmeout", "did you mean 'Recovery Timeout'?")]
    [InlineData("Port=many", "Port", "many")]
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

    [Fact]
    public async Task UnknownKeyword_IsNamedByConnectionAndDataSourceToo()
    {
        const string Text = "Server=a;Max Pol Size=3";
        await using var connection = new ResilientMySqlConnection(Text);

        var opening = Assert.Throws<ArgumentException>(connection.Open);
        var openingAsync = await Assert.ThrowsAsync<ArgumentException>(connection.OpenAsync);
        var making = Assert.Throws<ArgumentException>(() => new ResilientMySqlDataSource(Text));

        Assert.All([opening, openingAsync, making], static mistake => Assert.Contains("did you mean 'Max Pool Size'?", mistake.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void OtherNames_AreTheSameKeyword()
    {
        var builder = new ResilientMySqlConnectionStringBuilder("host=a;uid=b;recoverytimeout=3;Initial Catalog=c");

        Assert.Equal("Server=a;User ID=b;Database=c;Recovery Timeout=3", builder.ConnectionString);
        Assert.Equal(["Server", "User ID", "Database", "Recovery Timeout"], builder.Keys.Cast<string>());
        Assert.Equal(("a", "b", 3u), (builder["Data Source"], builder.UserID, builder["Recovery Timeout"]));
        Assert.True(builder.ContainsKey("Addr"));
        Assert.False(builder.ContainsKey("Prot"));
        Assert.False(builder.Remove("Prot"));
        Assert.True(builder.Remove("user"));
        Assert.Equal("", builder.UserID);

        // As the driver's builder: only the first name.
        Assert.True(builder.TryGetValue("Server", out object? server));
        Assert.False(builder.TryGetValue("Host", out _));
        Assert.Equal("a", server);

        builder.Clear();
        Assert.Equal(("", "", 15u), (builder.ConnectionString, builder.Server, builder.RecoveryTimeout));
    }

    [Fact]
    public void Equivalent_ComparesWhatWasSet()
    {
        var one = new ResilientMySqlConnectionStringBuilder("Host=a;Recovery=off");
        var same = new ResilientMySqlConnectionStringBuilder { Recovery = RecoveryMode.Off, Server = "a" };
        var other = new ResilientMySqlConnectionStringBuilder { Server = "a" };

        Assert.True(one.EquivalentTo(same));
        Assert.False(one.EquivalentTo(other));
    }

    [Fact]
    public void Mistake_LeavesTheRestAsItWas()
    {
        var builder = new ResilientMySqlConnectionStringBuilder("Server=a;Port=1");

        Assert.Throws<ArgumentException>(() => builder.ConnectionString = "Server=b;Prot=2");
        Assert.Throws<ArgumentException>(() => builder["Port"] = "x");

        Assert.Equal(("Server=a;Port=1", "a", 1u), (builder.ConnectionString, builder.Server, builder.Port));
    }
}
