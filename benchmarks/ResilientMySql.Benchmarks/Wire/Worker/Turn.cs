using System.Diagnostics;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>
/// What one caller asks and sees in a turn. Costs it a reading of the clock a call and nothing on the heap, as in the program in C.
/// </summary>
internal sealed class Turn(City[] cities, int caller)
{
    private const int MostLatencies = 1 << 17;

    private readonly long[] _latencies = new long[MostLatencies];
    private int _next = caller * 37 % cities.Length;
    private long _end;
    private long _before;

    /// <summary>For whom to ask now.</summary>
    public string City => cities[_next].Name;

    /// <summary>Whether to ask (once more).</summary>
    public bool GoesOn { get; private set; }

    public int Calls { get; private set; }

    /// <summary>The sum of all latencies, in timestamps.</summary>
    public long Spent { get; private set; }

    /// <summary>The first latencies of the turn, in timestamps; where it is a short one, all of them.</summary>
    public ReadOnlySpan<long> Latencies => _latencies.AsSpan(0, Math.Min(Calls, MostLatencies));

    /// <param name="end">When to stop, as a timestamp.</param>
    public void Begin(long end)
    {
        (Calls, Spent) = (0, 0);
        _end = end;
        _before = Stopwatch.GetTimestamp();
        GoesOn = _before < _end;
    }

    /// <exception cref="InvalidOperationException">It is another city's number.</exception>
    public void Answered(int id)
    {
        if (id != cities[_next].Id)
            throw new InvalidOperationException($"{City} has the number {cities[_next].Id}, and not {id}.");

        long now = Stopwatch.GetTimestamp();
        if (Calls < MostLatencies)
            _latencies[Calls] = now - _before;

        Calls++;
        Spent += now - _before;
        _next = _next + 1 == cities.Length ? 0 : _next + 1;
        _before = now;
        GoesOn = now < _end;
    }
}
