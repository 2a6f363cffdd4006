using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class ServerIdentityTests
{
    private static readonly ServerIdentity Before = new("a", "9.7.4", IsMariaDb: false, IsReadOnly: false, IsEncrypted: true, new SessionDefaults("", "SYSTEM", "REPEATABLE-READ", "1"));

    public static TheoryData<string, ServerChange[]> Changes => new()
    {
        { "same", [ServerChange.None, ServerChange.Equivalent, ServerChange.Any] },
        { "other id", [ServerChange.Equivalent, ServerChange.Any] },
        { "other version", [ServerChange.Equivalent, ServerChange.Any] },
        { "other kind", [ServerChange.Any] },
        { "read-only", [ServerChange.Any] },
        { "not encrypted", [ServerChange.Any] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_IsTakenWherePolicyAllows(string change, ServerChange[] allowing)
    {
        ServerIdentity now = change switch
        {
            "same" => Before with { },
            "other id" => Before with { Id = "b" },
            "other version" => Before with { Version = "9.8.0" },
            "other kind" => Before with { IsMariaDb = true },
            "read-only" => Before with { IsReadOnly = true },
            _ => Before with { IsEncrypted = false },
        };

        foreach (ServerChange policy in Enum.GetValues<ServerChange>())
            Assert.Equal(allowing.Contains(policy), Before.ObjectionTo(now, policy) is null);
    }

    [Fact]
    public void BetterServer_IsTakenEvenInPlaceOfAReadOnlyOne()
    {
        ServerIdentity worse = Before with { IsReadOnly = true, IsEncrypted = false };

        Assert.Null(worse.ObjectionTo(Before, ServerChange.Equivalent));
    }

    [Fact]
    public void DefaultsOfTheLostServer_AreSetOnOneThatHasOthers()
    {
        var before = new SessionDefaults("STRICT_ALL_TABLES", "SYSTEM", "READ-COMMITTED", "1");
        var now = new SessionDefaults("", "+09:00", "REPEATABLE-READ", "0");

        Assert.Equal(
            [
                "SET SESSION sql_mode = 'STRICT_ALL_TABLES'", "SET SESSION time_zone = 'SYSTEM'",
                "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", "SET SESSION autocommit = 1",
            ],
            before.DifferencesFrom(now).Select(static entry => entry.Statement));
        Assert.Empty(before.DifferencesFrom(before with { }));
        Assert.Empty(before.DifferencesFrom(new SessionDefaults(null, null, null, "1")));
        Assert.Empty(new SessionDefaults(null, null, null, "1").DifferencesFrom(before));
    }
}
