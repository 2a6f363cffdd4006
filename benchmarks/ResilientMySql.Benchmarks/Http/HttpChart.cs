using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>The picture of <c>./bench http</c>.</summary>
internal static class HttpChart
{
    public const string Caption = "Requests/s with an index, as a multiple of MySqlConnector's default pool";

    /// <summary>Of the first server, without the floor, beside which nobody else could be seen.</summary>
    public static BarChart Of(IReadOnlyList<HttpResult> results)
    {
        HttpResult[] shown = [.. results.Where(result => result.Cell.Table is CityTable.Indexed && result.Cell.Engine == results[0].Cell.Engine)];
        return new BarChart(Caption, [.. shown.Select(static result => result.Cell.CallersText)], [
            .. shown[0].Series.Select(static series => series.Contender).Where(static contender => contender is not HttpContender.NoDatabase).Select(contender =>
                new BarGroup(HttpContenders.NameOf(contender), [
                    .. shown.Select(result => result[contender].Over(result[HttpContender.DefaultPool]).Middle),
                ])),
        ]);
    }
}
