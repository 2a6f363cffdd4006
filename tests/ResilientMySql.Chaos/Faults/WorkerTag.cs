using System.Globalization;

namespace ResilientMySql.Chaos.Faults;

/// <summary>The comment at the end of a worker's statements, by which the proxy's watch knows whose they are.</summary>
internal static class WorkerTag
{
    private const string Start = "/* w";

    public static string Of(int worker) => string.Create(CultureInfo.InvariantCulture, $"{Start}{worker} */");

    /// <summary>Whose statement it is; null for one without a tag.</summary>
    public static int? Read(string? sql)
    {
        int start = sql?.LastIndexOf(Start, StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return null;

        ReadOnlySpan<char> rest = sql.AsSpan(start + Start.Length);
        int end = rest.IndexOf(' ');
        return end > 0 && int.TryParse(rest[..end], CultureInfo.InvariantCulture, out int worker) ? worker : null;
    }
}
