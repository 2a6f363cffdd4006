using System.Diagnostics;

namespace ResilientMySql.Io;

/// <summary>Unwraps what a step gave over <see cref="SyncIo"/>, which is always complete: nothing here ever blocks.</summary>
internal static class SynchronousResult
{
    public static void Unwrap(this ValueTask task)
    {
        Debug.Assert(task.IsCompleted, "A step over SyncIo did not finish on its caller's thread.");
        task.GetAwaiter().GetResult();
    }

    public static TResult Unwrap<TResult>(this ValueTask<TResult> task)
    {
        Debug.Assert(task.IsCompleted, "A step over SyncIo did not finish on its caller's thread.");
        return task.GetAwaiter().GetResult();
    }
}
