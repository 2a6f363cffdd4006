using ResilientMySql.Chaos.Reports;

namespace ResilientMySql.Chaos.Tests.Reports;

public sealed class ComparisonTests
{
    [Fact]
    public void Section_TakesThePlaceOfTheOldOne() => Assert.Equal(
        "a\n<!-- chaos:begin -->\nnew\n<!-- chaos:end -->\nb",
        Comparison.Replace("a\n<!-- chaos:begin -->\nold\nolder\n<!-- chaos:end -->\nb", "new\n"));

    [Theory]
    [InlineData("")]
    [InlineData("<!-- chaos:begin -->")]
    [InlineData("<!-- chaos:end --> <!-- chaos:begin -->")]
    public void MissingMark_IsSaid(string text) => Assert.Throws<InvalidOperationException>(() => Comparison.Replace(text, "new"));
}
