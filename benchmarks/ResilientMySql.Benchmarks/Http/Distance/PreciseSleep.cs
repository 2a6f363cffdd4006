using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>Sleeps to the microsecond, on Linux: .NET's own timers know milliseconds only, and to spin would take a processor away.</summary>
internal static partial class PreciseSleep
{
    private const int SetTimerSlack = 29; // PR_SET_TIMERSLACK

    /// <summary>Lets the system wake this thread when it is time, and not up to 50 µs later.</summary>
    public static void PrepareThread() => _ = Prctl(SetTimerSlack, 1, 0, 0, 0);

    /// <summary>Until a timestamp of <see cref="Stopwatch"/>.</summary>
    public static void Until(long due)
    {
        for (long left; (left = due - Stopwatch.GetTimestamp()) > 0;)
        {
            var (seconds, rest) = Math.DivRem(left, Stopwatch.Frequency);
            var time = new TimeSpec((nint)seconds, (nint)(rest * 1_000_000_000 / Stopwatch.Frequency));
            _ = Sleep(in time, 0); // a signal may end it early: then once more
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int Sleep(in TimeSpec time, nint remaining);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Prctl(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
