using System.Net.Sockets;
using MySqlConnector;
using Polly;
using Polly.Retry;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>What a careful program does without us: the whole request again, with exponential backoff and jitter, up to a deadline.</summary>
/// <remarks>
/// As Polly's documentation combines them: a timeout around the retries. Its bounds are those of the library, so that none of them
/// wins by waiting less. Only the program knows that its requests may run twice.
/// </remarks>
internal sealed class RetriedByPolly(Contender retried) : Contender
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddTimeout(Deadline)
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<MySqlException>(IsLinkLostOrTransient).Handle<IOException>().Handle<SocketException>(),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromMilliseconds(250),
            MaxRetryAttempts = int.MaxValue,
        })
        .Build();

    public override string Name => retried.Name;

    public override int Request(int caller, string city) =>
        Pipeline.Execute(static request => request.retried.Request(request.caller, request.city), (retried, caller, city));

    public override ValueTask<int> RequestAsync(int caller, string city) =>
        Pipeline.ExecuteAsync(static (request, _) => request.retried.RequestAsync(request.caller, request.city), (retried, caller, city));

    public override ValueTask DisposeAsync() => retried.DisposeAsync();

    /// <summary>The driver says only of a server that cannot be reached that it is transient; a lost link has no number.</summary>
    private static bool IsLinkLostOrTransient(MySqlException exception) => exception.IsTransient || exception.ErrorCode is MySqlErrorCode.None;
}
