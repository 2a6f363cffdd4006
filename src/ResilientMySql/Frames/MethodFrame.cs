using System.Runtime.CompilerServices;

namespace ResilientMySql.Frames;

/// <summary>Where an asynchronous method lives while it waits.</summary>
/// <typeparam name="TStateMachine">What the compiler made of it.</typeparam>
/// <typeparam name="TResult">What it returns.</typeparam>
internal sealed class MethodFrame<TStateMachine, TResult> : Frame<TResult>, IPooledFrame<MethodFrame<TStateMachine, TResult>>
    where TStateMachine : IAsyncStateMachine
{
    private static readonly ContextCallback Continue = static frame => ((MethodFrame<TStateMachine, TResult>)frame!)._stateMachine.MoveNext();

    private readonly Action _resume;
    private TStateMachine _stateMachine = default!;
    private ExecutionContext? _context;

    private MethodFrame() => _resume = Resume;

    public MethodFrame<TStateMachine, TResult>? Next { get; set; }

    public TStateMachine StateMachine
    {
        set => _stateMachine = value;
    }

    public static MethodFrame<TStateMachine, TResult> Rent() => FramePool<MethodFrame<TStateMachine, TResult>>.TryTake() ?? new();

    /// <summary>Keeps the execution context; what goes on with the method.</summary>
    public Action Suspend()
    {
        _context = ExecutionContext.Capture();
        return _resume;
    }

    protected override void Clear() => (_stateMachine, _context) = (default!, null);

    protected override void Return() => FramePool<MethodFrame<TStateMachine, TResult>>.Return(this);

    private void Resume()
    {
        if (_context is { } context)
            ExecutionContext.Run(context, Continue, this);
        else
            _stateMachine.MoveNext();
    }
}
