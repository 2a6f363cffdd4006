using System.Globalization;
using System.Security;
using System.Text;

namespace ResilientMySql.Benchmarks.Reports;

/// <summary>Groups of horizontal bars with their values behind them, as SVG, readable on light and on dark ground.</summary>
/// <param name="Title">What is shown, for those who cannot see it too.</param>
/// <param name="Series">What the bars of a group are, from the first to the last; four at most.</param>
/// <param name="Groups">One below the other.</param>
internal sealed record BarChart(string Title, IReadOnlyList<string> Series, IReadOnlyList<BarGroup> Groups)
{
    private const int Width = 900;
    private const int Left = 340; // where the bars begin
    private const int Right = 60; // what the last value needs
    private const int Top = 60;
    private const int BarHeight = 11;
    private const int BarStep = 13;
    private const int GroupGap = 10;

    private const string Style = """
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .value { font-size: 10px }
        .line { stroke: #1f2328; stroke-dasharray: 3 3 }
        .bar0 { fill: #9ec5e8 } .bar1 { fill: #5b9bd5 } .bar2 { fill: #2e75b6 } .bar3 { fill: #1b4f80 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .line { stroke: #e6edf3 }
          .bar0 { fill: #2f5f8c } .bar1 { fill: #4484bd } .bar2 { fill: #6fb0e8 } .bar3 { fill: #b5d9f7 }
        }
        """;

    private int GroupHeight => (BarStep * Series.Count) + GroupGap;

    private int Height => Top + (GroupHeight * Groups.Count);

    private double PerUnit => (Width - Left - Right) / Math.Max(1, Groups.Max(static group => group.Values.Max()));

    public override string ToString()
    {
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\">");
        Line(svg, $"<title>{SecurityElement.Escape(Title)}</title>");
        Line(svg, $"<style>\n{Style}\n</style>");
        Line(svg, $"<text x=\"0\" y=\"16\">{SecurityElement.Escape(Title)}</text>");
        AddLegend(svg);
        for (int group = 0; group < Groups.Count; group++)
            AddGroup(svg, Groups[group], Top + (GroupHeight * group));

        Line(svg, $"<line class=\"line\" x1=\"{Left + PerUnit:0.#}\" x2=\"{Left + PerUnit:0.#}\" y1=\"{Top - 6}\" y2=\"{Height - GroupGap}\"/>");
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private void AddLegend(StringBuilder svg)
    {
        for (int series = 0; series < Series.Count; series++)
        {
            int x = Left + (120 * series);
            Line(svg, $"<rect class=\"bar{series}\" x=\"{x}\" y=\"30\" width=\"{BarHeight}\" height=\"{BarHeight}\"/>");
            Line(svg, $"<text x=\"{x + BarHeight + 5}\" y=\"40\">{SecurityElement.Escape(Series[series])}</text>");
        }
    }

    private void AddGroup(StringBuilder svg, BarGroup group, int top)
    {
        int middle = top + (BarStep * Series.Count / 2) + 4;
        Line(svg, $"<text x=\"{Left - 10}\" y=\"{middle}\" text-anchor=\"end\">{SecurityElement.Escape(group.Name)}</text>");
        for (int series = 0; series < Series.Count; series++)
        {
            double value = group.Values[series];
            (int y, double width) = (top + (BarStep * series), value * PerUnit);
            Line(svg, $"<rect class=\"bar{series}\" x=\"{Left}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{BarHeight}\"/>");
            Line(svg, $"<text class=\"value\" x=\"{Left + width + 4:0.#}\" y=\"{y + BarHeight - 1}\">{value:0.00}</text>");
        }
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
