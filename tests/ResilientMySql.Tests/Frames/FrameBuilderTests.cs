using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ResilientMySql.Frames;

namespace ResilientMySql.Tests.Frames;

public sealed class FrameBuilderTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Fact]
    public async Task WithoutAWait_ReturnsTheResultAtOnce()
    {
        ValueTask<int> sum = AddAsync(Task.CompletedTask, 40, 2);

        Assert.True(sum.IsCompletedSuccessfully);
        Assert.Equal(42, await sum);
    }

    [Fact]
    public async Task AfterAWait_ReturnsTheResult()
    {
        var gate = new TaskCompletionSource();
        ValueTask<int> sum = AddAsync(gate.Task, 40, 2);
        Assert.False(sum.IsCompleted);

        gate.SetResult();

        Assert.Equal(42, await sum);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Exception_IsTheCallers(bool hasWaited)
    {
        var gate = new TaskCompletionSource();
        if (!hasWaited)
            gate.SetResult();

        ValueTask failing = FailAsync(gate.Task, new InvalidTimeZoneException("No."));
        gate.TrySetResult();

        InvalidTimeZoneException failure = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => failing.AsTask());
        Assert.Contains(nameof(FailAsync), failure.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_IsOne(bool hasWaited)
    {
        var gate = new TaskCompletionSource();
        if (!hasWaited)
            gate.SetResult();

        var cancellation = new OperationCanceledException("Enough.");
        Task cancelled = FailAsync(gate.Task, cancellation).AsTask();
        gate.TrySetResult();

        Assert.Same(cancellation, await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled));
        Assert.True(cancelled.IsCanceled);
    }

    [Fact]
    public void CallsThatBeginOnOneThreadAndEndOnAnother_UseTheSameFrames()
    {
        var frames = new HashSet<object>(ReferenceEqualityComparer.Instance);
        using var endings = new BlockingCollection<Action>();
        var other = new Thread(() =>
        {
            foreach (Action end in endings.GetConsumingEnumerable())
                end();
        });
        other.Start();
        for (int i = 0; i < 100; i++)
        {
            var gate = new TaskCompletionSource();
            ValueTask<int> sum = AddAsync(gate.Task, i, 1);
            frames.Add(SourceOf(ref sum)!);
            using var hasEnded = new ManualResetEventSlim();
            int result = 0;
            endings.Add(() =>
            {
                gate.SetResult();
                result = sum.GetAwaiter().GetResult();
                hasEnded.Set();
            });
            hasEnded.Wait();
            Assert.Equal(i + 1, result);
        }

        endings.CompleteAdding();
        other.Join();

        // One stays with the thread that has ended the first call; other tests may have left some.
        Assert.InRange(frames.Count, 1, 10);
    }

    [Fact]
    public async Task ResultTakenTwice_IsRefused()
    {
        var gate = new TaskCompletionSource();
        ValueTask<int> sum = AddAsync(gate.Task, 1, 2);
        gate.SetResult();
        Assert.Equal(3, await sum);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await sum);

        // The frame was given back once: two calls at a time have two.
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        ValueTask<int> one = AddAsync(first.Task, 10, 1);
        ValueTask<int> other = AddAsync(second.Task, 20, 2);
        second.SetResult();
        first.SetResult();
        Assert.Equal((11, 22), (await one, await other));
    }

    [Fact]
    public async Task ExecutionContext_IsTheCallersBehindEveryWait()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ambient.Value = "caller";
        ValueTask<string?> seen = SeenAfterAsync(gate.Task);
        Ambient.Value = "somebody else";
        gate.SetResult();

        Assert.Equal("caller", await seen);
    }

    [Fact]
    public void ExecutionContext_OfTheCallerIsLeftAlone()
    {
        Ambient.Value = "caller";

        Assert.True(ChangeAmbientAsync().AsTask().IsCompletedSuccessfully);

        Assert.Equal("caller", Ambient.Value);
    }

    [Fact]
    public async Task ManyAtOnce_EachHasItsOwnResult()
    {
        int[] results = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => AddAsync(Task.Delay(i % 3), i, 1).AsTask()));

        Assert.Equal(Enumerable.Range(1, 2_000), results);
    }

    [Fact]
    public async Task FrameThatIsFree_HoldsNothing()
    {
        WeakReference argument = await RunWithArgumentAsync();

        // The method may still be on the stack below, whose slots keep alive what was in them.
        for (int time = 0; argument.IsAlive && time < 100; time++)
        {
            await Task.Delay(10);
            GC.Collect();
        }

        Assert.False(argument.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunWithArgumentAsync()
    {
        object argument = new();
        await HoldAsync(Task.Delay(1), argument);
        return new WeakReference(argument);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref object? SourceOf(ref ValueTask<int> task);

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<int> AddAsync(Task wait, int a, int b)
    {
        await wait.ConfigureAwait(false);
        return a + b;
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask FailAsync(Task wait, Exception exception)
    {
        await wait.ConfigureAwait(false);
        throw exception;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<string?> SeenAfterAsync(Task wait)
    {
        await wait.ConfigureAwait(false);
        await Task.Yield();
        return Ambient.Value;
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask ChangeAmbientAsync()
    {
        Ambient.Value = "method";
        await Task.CompletedTask.ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask HoldAsync(Task wait, object argument)
    {
        await wait.ConfigureAwait(false);
        GC.KeepAlive(argument);
    }
}
