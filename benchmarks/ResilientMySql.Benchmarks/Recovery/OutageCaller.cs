using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>Asks again and again, whatever happens, and notes each request.</summary>
internal sealed class OutageCaller(Contender contender, IReadOnlyList<City> cities, int caller, CancellationToken end)
{
    /// <summary>Whoever was told of a failure comes back after that, and not as fast as the machine can.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(10);

    private readonly Random _random = new(caller);
    private readonly List<OutageRequest> _requests = new(capacity: 4096);
    private volatile bool _hasBeenAnswered;

    /// <summary>Whether it has its session, and was answered on it.</summary>
    public bool HasBeenAnswered => _hasBeenAnswered;

    /// <summary>All its requests, once <see cref="end"/> has come; the last one may have ended later.</summary>
    public Task<List<OutageRequest>> RunAsync(CallMode mode) => mode is CallMode.Sync
        ? Task.Factory.StartNew(Ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        : Task.Run(AskAsync, CancellationToken.None);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a request ends with that is no answer, it has failed.")]
    private List<OutageRequest> Ask()
    {
        while (!end.IsCancellationRequested)
        {
            City city = NextCity();
            long sent = Stopwatch.GetTimestamp();
            try
            {
                NoteAnswer(sent, city, contender.Request(caller, city.Name));
            }
            catch (Exception exception) when (exception is not WrongAnswerException)
            {
                NoteFailure(sent);
                Thread.Sleep(PauseAfterFailure);
            }
        }

        return _requests;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a request ends with that is no answer, it has failed.")]
    private async Task<List<OutageRequest>> AskAsync()
    {
        while (!end.IsCancellationRequested)
        {
            City city = NextCity();
            long sent = Stopwatch.GetTimestamp();
            try
            {
                NoteAnswer(sent, city, await contender.RequestAsync(caller, city.Name));
            }
            catch (Exception exception) when (exception is not WrongAnswerException)
            {
                NoteFailure(sent);
                await Task.Delay(PauseAfterFailure, CancellationToken.None);
            }
        }

        return _requests;
    }

    private City NextCity() => cities[_random.Next(cities.Count)];

    private void NoteAnswer(long sent, City city, int id)
    {
        _requests.Add(new OutageRequest(sent, Stopwatch.GetTimestamp(), HasFailed: false));
        _hasBeenAnswered = true;
        if (id != city.Id)
            throw new WrongAnswerException($"{contender.Name} says that {city.Name} is {id}; it is {city.Id}.");
    }

    private void NoteFailure(long sent) => _requests.Add(new OutageRequest(sent, Stopwatch.GetTimestamp(), HasFailed: true));
}
