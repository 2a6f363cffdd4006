using ResilientMySql.Rehydration;

namespace ResilientMySql.Tests.Rehydration;

public sealed class SettingCheckTests
{
    [Theory]
    [InlineData("SET SESSION Time_Zone = 'UTC', @v = 'a' /* why */", "@@session.time_zone, (@v <=> 'a')")]
    [InlineData("SET NAMES latin1 COLLATE latin1_bin", "@@session.character_set_client")]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY", "@@session.transaction_isolation, @@session.transaction_read_only")]
    [InlineData("SET ROLE NONE", "")]
    public void Settings_AreReadBackByTheirNames(string setting, string expressions) =>
        Assert.Equal(expressions, string.Join(", ", SettingCheck.TargetsOf(setting, isMariaDb: false).Select(static target => target.Expression)));

    [Theory]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE", "@@session.tx_isolation", "SERIALIZABLE")]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", "@@session.tx_isolation", "READ-COMMITTED")]
    [InlineData("SET SESSION TRANSACTION READ WRITE", "@@session.tx_read_only", "0")]
    public void MariaDb_HasItsOwnNames(string setting, string expression, string value)
    {
        var target = Assert.Single(SettingCheck.TargetsOf(setting, isMariaDb: true));

        Assert.Equal((expression, value), (target.Expression, target.Value));
    }

    [Fact]
    public void HugeValue_IsNotSentTwice() =>
        Assert.Empty(SettingCheck.TargetsOf($"SET @v = '{new string('x', 10_000)}'", isMariaDb: false));
}
