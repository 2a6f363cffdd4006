using System.Globalization;
using System.Text;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>
/// One contender in a process of its own, so that what the runtime has learned of another one's calls changes nothing for it. Told
/// what to do on its input, a line each, as <c>benchmarks/c-client</c> is; ends with its input.
/// </summary>
internal static class WorkerProgram
{
    /// <summary>What the process is started with, before the contender and the mode of its calls.</summary>
    public const string Name = "wire-worker";

    public const string Settled = "settled";

    /// <remarks>Runs on the thread it is called on, and leaves the pool's threads to the contender.</remarks>
    public static int Run(string[] arguments)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        string connectionString = input.ReadLine()!;
        City[] cities = [.. ReadCities(input)];
        using QueryLoop loop = Create(Enum.Parse<WireContender>(arguments[0]), connectionString);
        var stage = new Stage(loop, Enum.Parse<CallMode>(arguments[1]), cities);
        while (input.ReadLine() is { } line)
            Console.WriteLine(Answer(stage, line.Split(' ')));

        return 0;
    }

    private static string Answer(Stage stage, string[] command)
    {
        int callers = int.Parse(command[1], CultureInfo.InvariantCulture);
        var time = TimeSpan.FromMilliseconds(int.Parse(command[2], CultureInfo.InvariantCulture));
        switch (command[0])
        {
            case "settle":
                stage.Settle(callers, time);
                return Settled;
            case "run":
                return stage.Measure(callers, time).ToString();
            case "count":
                return stage.Run(callers, time).ToString();
            default:
                throw new ArgumentException($"There is nothing that is called {command[0]}.", nameof(command));
        }
    }

    private static IEnumerable<City> ReadCities(StreamReader input)
    {
        while (input.ReadLine() is { Length: > 0 } line)
        {
            string[] parts = line.Split('\t', 2);
            yield return new City(parts[1], int.Parse(parts[0], CultureInfo.InvariantCulture));
        }
    }

    private static QueryLoop Create(WireContender contender, string connectionString) => contender switch
    {
        WireContender.Driver => new DriverLoop(connectionString),
        WireContender.OffConnection => new ConnectionLoop(connectionString + ";Wire=Off"),
        WireContender.OffDataSource => new DataSourceLoop(connectionString + ";Wire=Off"),
        WireContender.WireConnection => new ConnectionLoop(connectionString + ";Wire=Auto"),
        WireContender.WireDataSource => new DataSourceLoop(connectionString + ";Wire=Auto"),
        WireContender.CClient => throw new ArgumentException("That one is another program.", nameof(contender)),
        _ => throw new ArgumentOutOfRangeException(nameof(contender)),
    };
}
