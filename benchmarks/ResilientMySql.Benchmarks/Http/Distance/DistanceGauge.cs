using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>Measures what a proxy adds to a round trip, by pings through it and past it, and sets it so that this is what is wanted.</summary>
internal sealed class DistanceGauge : IAsyncDisposable
{
    private const int Pings = 100;
    private const int Corrections = 3;

    private readonly DelayProxy _proxy;
    private readonly MySqlConnection _through;
    private readonly MySqlConnection _past;

    private DistanceGauge(DelayProxy proxy, string through, string past)
    {
        _proxy = proxy;
        _through = new MySqlConnection(through + ";Pooling=False");
        _past = new MySqlConnection(past + ";Pooling=False");
    }

    public static DistanceGauge Open(BenchmarkServer server, DelayProxy proxy, string throughProxy)
    {
        var gauge = new DistanceGauge(proxy, throughProxy, server.ConnectionString);
        gauge._through.Open();
        gauge._past.Open();
        return gauge;
    }

    /// <summary>Sets the proxy; what it adds in truth.</summary>
    public TimeSpan Set(TimeSpan wanted)
    {
        TimeSpan held = wanted;
        for (int correction = 0; correction < Corrections; correction++)
        {
            _proxy.SetRoundTrip(held);
            held -= Measure() - wanted; // its own work takes time too
            held = held < TimeSpan.Zero ? TimeSpan.Zero : held;
        }

        _proxy.SetRoundTrip(held);
        return Measure();
    }

    public async ValueTask DisposeAsync()
    {
        await _through.DisposeAsync();
        await _past.DisposeAsync();
    }

    /// <summary>By the medians of pings in turns, so that whatever else the machine does meets both.</summary>
    private TimeSpan Measure()
    {
        (var through, var past) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (int ping = 0; ping < Pings; ping++)
        {
            through.Add(TimeOf(_through));
            past.Add(TimeOf(_past));
        }

        return through.Median() - past.Median();
    }

    private static TimeSpan TimeOf(MySqlConnection connection)
    {
        long begin = Stopwatch.GetTimestamp();
        return connection.Ping() ? Stopwatch.GetElapsedTime(begin) : throw new InvalidOperationException("The server does not answer a ping.");
    }
}
