using ResilientMySql.Rehydration;

namespace ResilientMySql.Tests.Rehydration;

public sealed class SettingCheckTests
{
    private readonly SettingCheck _check = new();

    [Fact]
    public void Settings_AreReadBackByTheirNames()
    {
        Expect("SET SESSION Time_Zone = 'UTC', @v = 'a'");
        Expect("SET NAMES latin1 COLLATE latin1_bin");
        Expect("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY");
        Expect("SET ROLE NONE");

        Assert.Equal(
            [
                "@@session.time_zone", "(@v <=> 'a')", "@@session.character_set_client",
                "@@session.transaction_isolation", "@@session.transaction_read_only",
            ],
            _check.Expressions);
        Assert.Null(_check.FindMismatch(["UTC", "1", "latin1", "READ-COMMITTED", "1"]));
        Assert.Equal("SET SESSION Time_Zone = 'UTC', @v = 'a'", _check.FindMismatch(["UTC", "0", "latin1", "READ-COMMITTED", "1"]));
        Assert.StartsWith("SET SESSION TRANSACTION", _check.FindMismatch(["UTC", "1", "latin1", "REPEATABLE-READ", "1"]), StringComparison.Ordinal);
    }

    [Fact]
    public void LaterSetting_TakesTheEarlierOnesPlace()
    {
        Expect("SET NAMES utf8mb4");
        Expect("SET a = 1, b = 2");
        Expect("SET b = 3, character_set_client = latin1");

        Assert.Null(_check.FindMismatch(["1", "3", "latin1"]));
    }

    [Fact]
    public void ValueThatTheServerAdjusted_IsNotCompared()
    {
        Expect("SET join_buffer_size = 1000000");
        _check.Expect("SET join_buffer_size = 1000", isAdjusted: true, isMariaDb: false);

        Assert.Empty(_check.Expressions);
    }

    [Theory]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE", "@@session.tx_isolation", "SERIALIZABLE")]
    [InlineData("SET SESSION TRANSACTION READ WRITE", "@@session.tx_read_only", "0")]
    public void MariaDb_HasItsOwnNames(string setting, string expression, string value)
    {
        _check.Expect(setting, isAdjusted: false, isMariaDb: true);

        Assert.Equal([expression], _check.Expressions);
        Assert.Null(_check.FindMismatch([value]));
    }

    private void Expect(string setting) => _check.Expect(setting, isAdjusted: false, isMariaDb: false);
}
