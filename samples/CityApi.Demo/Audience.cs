using System.Collections.Concurrent;
using System.Diagnostics;

namespace CityApi.Demo;

/// <summary>Callers that ask for one page again and again, each waiting for its answer, and remember what they got.</summary>
internal sealed class Audience : IDisposable
{
    private const int CallerCount = 4;
    private const string Expected = "City \"London\" is #312";

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentQueue<Visit> _visits = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly Uri _url;
    private readonly Task _callers;

    public Audience(Uri url)
    {
        _url = url;
        _callers = Task.WhenAll(Enumerable.Range(0, CallerCount).Select(_ => Task.Run(CallAsync)));
    }

    public IReadOnlyCollection<Visit> Visits => _visits;

    /// <summary>Waits until so many more answers have come.</summary>
    public async Task HearAsync(int answerCount, CancellationToken cancellationToken)
    {
        var target = _visits.Count + answerCount;
        while (_visits.Count < target)
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
    }

    /// <summary>No further requests; those under way get their answers.</summary>
    public async Task LeaveAsync()
    {
        await _leaving.CancelAsync();
        await _callers;
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _client.Dispose();
        _leaving.Dispose();
    }

    private async Task CallAsync()
    {
        while (!_leaving.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var failure = await VisitAsync();
            _visits.Enqueue(new Visit(Stopwatch.GetElapsedTime(started), failure));
        }
    }

    private async Task<string?> VisitAsync()
    {
        try
        {
            using var response = await _client.GetAsync(_url);
            var text = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode && text == Expected ? null : $"{(int)response.StatusCode} {text}";
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return exception.Message;
        }
    }
}
