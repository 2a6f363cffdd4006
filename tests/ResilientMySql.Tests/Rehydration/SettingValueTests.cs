using ResilientMySql.Rehydration;

namespace ResilientMySql.Tests.Rehydration;

public sealed class SettingValueTests
{
    [Theory]
    [InlineData("'+05:00'", "+05:00")]
    [InlineData("'+5:00'", "+05:00")]
    [InlineData("SYSTEM", "SYSTEM")]
    [InlineData("ON", "1")]
    [InlineData("off", "0")]
    [InlineData("1", "ON")]
    [InlineData("TRUE", "ON")]
    [InlineData("1.5", "1.500000")]
    [InlineData("0.1234567", "0.123457")]
    [InlineData("+7", "7")]
    [InlineData("''", "")]
    [InlineData("0", "")]
    [InlineData("'TRADITIONAL'", "STRICT_TRANS_TABLES,TRADITIONAL,NO_ENGINE_SUBSTITUTION")]
    [InlineData("'STRICT_ALL_TABLES, NO_ZERO_DATE'", "NO_ZERO_DATE,STRICT_ALL_TABLES")]
    [InlineData("'mrr=off'", "index_merge=on,mrr=off")]
    [InlineData("'mrr=default'", "index_merge=on,mrr=on")]
    [InlineData("'default'", "index_merge=on,mrr=on")]
    [InlineData("utf8", "utf8mb3")]
    [InlineData("innodb", "InnoDB")]
    [InlineData("READ-COMMITTED", "READ-COMMITTED")]
    [InlineData("NULL", null)]
    [InlineData("DEFAULT", "anything")]
    [InlineData("2", "READ-COMMITTED")]
    [InlineData(@"'a\'b'", "a'b")]
    public void SameInTheServersSpelling_Agrees(string written, string? actual) => Assert.Equal(Agreement.Same, SettingValue.Compare(written, actual));

    [Theory]
    [InlineData("'+05:00'", "+00:00")]
    [InlineData("1", "0")]
    [InlineData("ON", "OFF")]
    [InlineData("0", "ON")]
    [InlineData("1000", "896")]
    [InlineData("0.5", "0.4")]
    [InlineData("'x'", null)]
    public void AnotherValueOfTheSameKind_Differs(string written, string? actual) =>
        Assert.Equal(Agreement.Different, SettingValue.Compare(written, actual));

    [Theory]
    [InlineData("'+05:00'", "SYSTEM")]
    [InlineData("'UTC'", "SYSTEM")]
    [InlineData("'STRICT_ALL_TABLES'", "STRICT_TRANS_TABLES")]
    [InlineData("'mrr=off'", "index_merge=on,mrr=on")]
    [InlineData("latin1", "utf8mb4")]
    [InlineData("utf8mb4", "utf8mb3")]
    [InlineData("'HEAP'", "MEMORY")]
    [InlineData("''", "STRICT_ALL_TABLES")]
    [InlineData("'NO_ZERO_DATE'", "NO_ZERO_DATE,STRICT_ALL_TABLES")]
    [InlineData("'x'", "")]
    public void AnotherText_MayBeTheServersSpelling(string written, string? actual) =>
        Assert.Equal(Agreement.Unclear, SettingValue.Compare(written, actual));
}
