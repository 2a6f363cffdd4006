using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MySqlConnector;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http.Apps;

/// <summary>The same endpoint in Python (<c>benchmarks/http/city.py</c>), served by uwsgi.</summary>
internal static partial class PythonApp
{
    public const int Processes = 2;
    public const int ThreadsPerProcess = 16;

    private static readonly Lazy<bool> Check = new(AskTools);

    /// <summary>Whether there is all that it needs, as eng/http-tools.sh says.</summary>
    public static bool CanBeHad => Check.Value;

    public static LeashedProcess Start(HttpContender contender, string connectionString) => LeashedProcess.Start(
        "uwsgi",
        AppContext.BaseDirectory,
        [
            "--need-plugin", "python3", "--http11-socket", "127.0.0.1:0",
            "--wsgi-file", Path.Combine(Document.Root, "benchmarks", "http", "city.py"), "--callable", "app", "--need-app", "--disable-logging",
            "--processes", $"{Processes}", "--threads", $"{ThreadsPerProcess}",
        ],
        [
            new("CITY_DATABASE", SettingsOf(connectionString)),
            new("CITY_CONNECTION_PER", contender is HttpContender.PythonPerThread ? "thread" : "request"),
        ]);

    /// <summary>Whether uwsgi says on this line which port it has taken.</summary>
    public static bool TryReadPort(string line, out int port)
    {
        Match match = BoundTo.Match(line);
        port = match.Success ? int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return match.Success;
    }

    [GeneratedRegex(@"bound to TCP address 127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex BoundTo { get; }

    private static bool AskTools()
    {
        using Process asked = Process.Start(Path.Combine(Document.Root, "eng", "http-tools.sh"), ["--has-python"]);
        asked.WaitForExit();
        return asked.ExitCode == 0;
    }

    private static string SettingsOf(string connectionString)
    {
        var parts = new MySqlConnectionStringBuilder(connectionString);
        return JsonSerializer.Serialize(new { host = parts.Server, port = parts.Port, user = parts.UserID, password = parts.Password, database = parts.Database });
    }
}
