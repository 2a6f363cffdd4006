using System.Runtime.CompilerServices;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>No database at all: what the rest costs.</summary>
internal sealed class ConstantAnswer(string name) : Contender
{
    public const int Id = 0;

    public override string Name => name;

    public override int Request(int caller, string city) => Id;

    /// <summary>Not at once, so that whoever waits for it waits as for the others; without a frame of its own, which would count as theirs.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> RequestAsync(int caller, string city)
    {
        await Task.Yield();
        return Id;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
