using System.Diagnostics;

namespace CityApi.Demo;

/// <summary>Tells the audience what happens, with the seconds since the curtain rose.</summary>
internal static class Narrator
{
    private static readonly Stopwatch Clock = Stopwatch.StartNew();

    public static void Say(string line) => Console.WriteLine($"{Clock.Elapsed.TotalSeconds,5:F1} s  {line}");

    public static void Complain(string line) => Console.Error.WriteLine($"{Clock.Elapsed.TotalSeconds,5:F1} s  FAILED: {line}");
}
