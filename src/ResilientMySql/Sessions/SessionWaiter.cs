using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>Somebody who waits for a session while the pool has none to lend, and no room for another.</summary>
/// <remarks>All but <see cref="Signal"/> is guarded by the pool's lock.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore has nothing to free whose wait handle nobody asked for.")]
internal sealed class SessionWaiter(IoMode mode)
{
    /// <summary>Of which kind the caller is.</summary>
    public IoMode Mode => mode;

    /// <summary>Released when it is worth trying again. A synchronous caller is woken without a thread of the pool's, which may all wait here.</summary>
    public SemaphoreSlim Signal { get; } = new(0);

    /// <summary>Whether it was told to try, and has not yet.</summary>
    public bool IsWoken { get; set; }

    /// <summary>How often somebody was served who came later, while it was the first.</summary>
    public int TimesPassed { get; set; }
}
