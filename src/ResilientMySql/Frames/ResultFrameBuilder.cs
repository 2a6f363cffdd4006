using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ResilientMySql.Frames;

/// <summary>The same as <see cref="FrameBuilder"/>, for methods with a result: <c>[AsyncMethodBuilder(typeof(ResultFrameBuilder&lt;&gt;))]</c>.</summary>
/// <remarks>What the compiler wants of a builder, in its words: a mutable struct inside the method's state machine, which moves into a frame when it first has to wait.</remarks>
[StructLayout(LayoutKind.Auto)]
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The compiler calls them on an instance.")]
internal struct ResultFrameBuilder<TResult>
{
    // Null while the method has not had to wait.
    private Frame<TResult>? _frame;
    private Task<TResult>? _failure;
    private TResult _result;

    public readonly ValueTask<TResult> Task
    {
        get
        {
            if (_frame is not null)
                return new ValueTask<TResult>(_frame, _frame.Version);

            return _failure is null ? new ValueTask<TResult>(_result) : new ValueTask<TResult>(_failure);
        }
    }

    /// <summary>The same without the result.</summary>
    public readonly ValueTask VoidTask
    {
        get
        {
            if (_frame is not null)
                return new ValueTask(_frame, _frame.Version);

            return _failure is null ? default : new ValueTask(_failure);
        }
    }

    public static ResultFrameBuilder<TResult> Create() => default;

    /// <summary>Runs the method until it waits, and undoes what it did to the caller's execution context, as every builder does.</summary>
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => default(AsyncTaskMethodBuilder).Start(ref stateMachine);

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
        // Of interest where compilers box state machines themselves.
    }

    public void SetResult(TResult result)
    {
        if (_frame is null)
            _result = result;
        else
            _frame.End(result);
    }

    public void SetException(Exception exception)
    {
        if (_frame is not null)
        {
            _frame.End(exception);
            return;
        }

        // Tells cancellation from failure.
        AsyncTaskMethodBuilder<TResult> failed = AsyncTaskMethodBuilder<TResult>.Create();
        failed.SetException(exception);
        _failure = failed.Task;
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(Suspend(ref stateMachine));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(Suspend(ref stateMachine));

    /// <summary>What goes on with the method when what it waits for is there.</summary>
    private Action Suspend<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_frame is MethodFrame<TStateMachine, TResult> frame)
            return frame.Suspend();

        // This builder is a part of the state machine: it has to know its frame before it is copied into it.
        frame = MethodFrame<TStateMachine, TResult>.Rent();
        _frame = frame;
        frame.StateMachine = stateMachine;
        return frame.Suspend();
    }
}
