using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MySqlConnector;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Http.Apps;

/// <summary>The same endpoint in Python (<c>benchmarks/http/city.py</c>), served by uwsgi. On a leash: it dies with its input.</summary>
internal static partial class PythonApp
{
    public const int Processes = 2;
    public const int ThreadsPerProcess = 16;

    /// <summary>Whether eng/http-tools.sh could install what it needs.</summary>
    public static bool CanBeHad => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(static directory => File.Exists(Path.Combine(directory, "uwsgi")));

    public static ProcessStartInfo StartOf(HttpContender contender, string connectionString)
    {
        var start = new ProcessStartInfo("bash", [
            Path.Combine(AppContext.BaseDirectory, "leash.sh"), "uwsgi", "--plugin", "python3", "--http11-socket", "127.0.0.1:0",
            "--wsgi-file", Path.Combine(Document.Root, "benchmarks", "http", "city.py"), "--callable", "app", "--need-app", "--disable-logging",
            "--processes", $"{Processes}", "--threads", $"{ThreadsPerProcess}",
        ]);
        start.Environment["CITY_DATABASE"] = SettingsOf(connectionString);
        start.Environment["CITY_CONNECTION_PER"] = contender is HttpContender.PythonPerThread ? "thread" : "request";
        return start;
    }

    /// <summary>Whether uwsgi says on this line which port it has taken.</summary>
    public static bool TryReadPort(string line, [NotNullWhen(true)] out int? port)
    {
        Match match = BoundTo.Match(line);
        port = match.Success ? int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture) : null;
        return match.Success;
    }

    [GeneratedRegex(@"bound to TCP address 127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex BoundTo { get; }

    private static string SettingsOf(string connectionString)
    {
        var parts = new MySqlConnectionStringBuilder(connectionString);
        return JsonSerializer.Serialize(new { host = parts.Server, port = parts.Port, user = parts.UserID, password = parts.Password, database = parts.Database });
    }
}
