namespace ResilientMySql.Frames;

/// <summary>The free frames of one method: one for each thread, and a stack for all, so that none is lost between threads.</summary>
internal static class FramePool<TFrame>
    where TFrame : class, IPooledFrame<TFrame>
{
    /// <summary>How many frames wait in the stack at most; as many calls of one method may be under way before it allocates.</summary>
    public const int Capacity = 256;

    private static readonly Lock Guard = new();
    private static TFrame? s_top;
    private static int s_count;

    [ThreadStatic]
    private static TFrame? t_own;

    /// <summary>A free frame; null where there is none.</summary>
    public static TFrame? TryTake()
    {
        if (t_own is { } own)
        {
            t_own = null;
            return own;
        }

        // Read without the lock: whoever misses one that has just come makes a new one.
        return s_top is null ? null : TryPop();
    }

    public static void Return(TFrame frame)
    {
        if (t_own is null)
            t_own = frame;
        else
            Push(frame);
    }

    private static TFrame? TryPop()
    {
        lock (Guard)
        {
            if (s_top is not { } top)
                return null;

            s_top = top.Next;
            top.Next = null;
            s_count--;
            return top;
        }
    }

    private static void Push(TFrame frame)
    {
        lock (Guard)
        {
            if (s_count == Capacity)
                return;

            frame.Next = s_top;
            s_top = frame;
            s_count++;
        }
    }
}
