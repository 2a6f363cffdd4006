using ResilientMySql.Driver;

namespace ResilientMySql.Tests.Driver;

public sealed class DriverDecimalTests
{
    /// <summary>Fails where a version of the driver has moved the constructor.</summary>
    [Fact]
    public void Constructor_IsWithinReach() => Assert.True(DriverDecimal.IsWithinReach);

    [Fact]
    public void Digits_AreKeptAsTheyAre()
    {
        string digits = new('9', 65);

        Assert.Equal("-1.50", DriverDecimal.Parse("-1.50").ToString());
        Assert.Equal(digits, DriverDecimal.Parse(digits).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1e5")]
    [InlineData("-0")]
    public void NoDecimal_IsRefused(string text) => Assert.Throws<FormatException>(() => DriverDecimal.Parse(text));
}
