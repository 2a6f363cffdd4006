using System.Runtime.CompilerServices;

namespace ResilientMySql.Frames;

/// <summary>
/// Builds asynchronous methods whose frames are used again, whichever thread they end on: <c>[AsyncMethodBuilder(typeof(FrameBuilder))]</c>.
/// </summary>
/// <remarks>
/// .NET's own <see cref="PoolingAsyncValueTaskMethodBuilder"/> keeps one frame for each thread and one for each processor. A call to a
/// server begins on the caller's thread and ends on another, which has a frame already, and so each call makes a new one
/// (docs/decisions/0020).
/// </remarks>
internal struct FrameBuilder
{
    private ResultFrameBuilder<NoResult> _builder;

    public readonly ValueTask Task => _builder.VoidTask;

    public static FrameBuilder Create() => default;

    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => _builder.Start(ref stateMachine);

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => _builder.SetStateMachine(stateMachine);

    public void SetResult() => _builder.SetResult(default);

    public void SetException(Exception exception) => _builder.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _builder.AwaitOnCompleted(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
