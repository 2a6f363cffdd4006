using System.Globalization;
using System.Xml.Linq;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Tests.Reports;

/// <summary>What is drawn.</summary>
public sealed class BarChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _drawn = XElement.Parse(new BarChart("Cities & towns", ["1 caller", "16 callers"], [
        new BarGroup("slow", [0.5, 1]), new BarGroup("fast", [2, 4]),
    ]).ToString());

    [Fact]
    public void Bars_AreAsLongAsTheirValues()
    {
        double[] widths = [.. _drawn.Elements(Svg + "rect").Skip(2).Select(WidthOf)]; // the first two are the legend's

        Assert.Equal([0.5, 1, 2, 4], widths.Select(width => Math.Round(width / widths[1], 1)));
    }

    [Fact]
    public void Names_AndValues_AreWritten()
    {
        string[] texts = [.. _drawn.Elements(Svg + "text").Select(static text => text.Value)];

        Assert.Equal("Cities & towns", _drawn.Element(Svg + "title")!.Value);
        Assert.Equal(["Cities & towns", "1 caller", "16 callers", "slow", "0.50", "1.00", "fast", "2.00", "4.00"], texts);
    }

    [Fact]
    public void Bars_StayWithinThePicture()
    {
        double width = WidthOf(_drawn);

        Assert.All(_drawn.Elements(Svg + "rect"), bar => Assert.InRange(Number(bar, "x") + WidthOf(bar), 0, width));
        Assert.All(_drawn.Elements(Svg + "rect"), bar => Assert.InRange(Number(bar, "y") + Number(bar, "height"), 0, Number(_drawn, "height")));
    }

    private static double WidthOf(XElement element) => Number(element, "width");

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
