using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks;

/// <summary>Reads the options of <c>./bench</c>, which follow the name of the benchmark.</summary>
internal static class CommandLine
{
    /// <summary>False, with what is wrong, where the options cannot be understood.</summary>
    public static bool TryParse(
        IEnumerable<string> arguments, [NotNullWhen(true)] out BenchmarkOptions? options, [NotNullWhen(false)] out string? complaint)
    {
        (options, complaint) = (null, null);
        var parsed = new BenchmarkOptions();
        var waiting = new Queue<string>(arguments);
        while (waiting.TryDequeue(out string? name))
        {
            if (WithFlag(parsed, name) is { } flagged)
            {
                parsed = flagged;
                continue;
            }

            string value = waiting.TryDequeue(out string? given) ? given : "";
            if (With(parsed, name, value) is not { } more)
            {
                complaint = $"{name} {value}: {Expected(name)}";
                return false;
            }

            parsed = more;
        }

        options = parsed;
        return true;
    }

    private static BenchmarkOptions? WithFlag(BenchmarkOptions options, string name) => name switch
    {
        "--quick" => options with { IsQuick = true },
        "--assert" => options with { Asserts = true },
        _ => null,
    };

    private static BenchmarkOptions? With(BenchmarkOptions options, string name, string value) => (name, value) switch
    {
        ("--server", "mariadb") => options with { NamedEngines = [ServerEngine.MariaDb] },
        ("--server", "mysql") => options with { NamedEngines = [ServerEngine.MySql] },
        ("--server", "both") => options with { NamedEngines = Enum.GetValues<ServerEngine>() },
        ("--rounds", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) && rounds > 0
            => options with { Rounds = rounds },
        ("--output", not "") => options with { Output = value },
        _ => null,
    };

    private static string Expected(string name) => name switch
    {
        "--server" => "mariadb, mysql or both",
        "--rounds" => "a whole number above 0",
        "--output" => "a directory",
        _ => "unknown option",
    };
}
