using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ResilientMySql.Chaos.Subjects;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos;

/// <summary>Reads the options of <c>./chaos</c>.</summary>
internal static class CommandLine
{
    private const double LongestMinutes = 24 * 60;

    private static readonly Dictionary<string, SubjectName> Subjects = new()
    {
        ["resilient"] = SubjectName.Resilient,
        ["mysqlconnector"] = SubjectName.MySqlConnector,
        ["naive-retry"] = SubjectName.NaiveRetry,
        ["no-probe"] = SubjectName.NoProbe,
        ["replays-writes"] = SubjectName.ReplaysWrites,
    };

    /// <summary>False, with what is wrong, where the options cannot be understood.</summary>
    public static bool TryParse(
        IReadOnlyList<string> arguments, [NotNullWhen(true)] out ChaosOptions? options, [NotNullWhen(false)] out string? complaint)
    {
        var parsed = new ChaosOptions { Seed = Random.Shared.Next() };
        (options, complaint) = (null, null);
        for (var i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            if (name == "--compare")
            {
                parsed = parsed with { Compares = true };
                continue;
            }

            if (name is not ("--minutes" or "--seed" or "--engine" or "--subject" or "--wire"))
            {
                complaint = $"unknown option '{name}'";
                return false;
            }

            if (++i == arguments.Count)
            {
                complaint = $"{name} needs a value";
                return false;
            }

            if (With(parsed, name, arguments[i]) is not { } more)
            {
                complaint = $"{name} cannot be '{arguments[i]}': {Expected(name)}";
                return false;
            }

            parsed = more;
        }

        options = parsed;
        return true;
    }

    public static string NameOf(SubjectName subject) => Subjects.Single(pair => pair.Value == subject).Key;

    private static ChaosOptions? With(ChaosOptions options, string name, string value) => (name, value) switch
    {
        ("--minutes", _) when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double minutes)
            && minutes is > 0 and <= LongestMinutes => options with { Duration = TimeSpan.FromMinutes(minutes) },
        ("--seed", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seed) => options with { Seed = seed },
        ("--engine", "mariadb") => options with { Engines = [ServerEngine.MariaDb] },
        ("--engine", "mysql") => options with { Engines = [ServerEngine.MySql] },
        ("--engine", "both") => options with { Engines = Enum.GetValues<ServerEngine>() },
        ("--wire", "auto") => options with { Wires = [WireMode.Auto] },
        ("--wire", "off") => options with { Wires = [WireMode.Off] },
        ("--wire", "both") => options with { Wires = Enum.GetValues<WireMode>() },
        ("--subject", _) when Subjects.TryGetValue(value, out SubjectName subject) => options with { Subject = subject },
        _ => null,
    };

    private static string Expected(string name) => name switch
    {
        "--minutes" => $"a number above 0, {LongestMinutes} at most, such as 0.5",
        "--seed" => $"a whole number from 0 to {int.MaxValue}",
        "--engine" => "mariadb, mysql or both",
        "--wire" => "auto, off or both",
        _ => string.Join(", ", Subjects.Keys),
    };
}
