using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class ServerIdentityTests
{
    private static readonly ServerIdentity Before = new("a", "9.7.4", IsMariaDb: false, IsReadOnly: false, IsEncrypted: true, AutocommitIsOff: false);

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
}
