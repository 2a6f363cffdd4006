using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Testing.Proxying;

/// <summary>One strike of an injection that a request has drawn. It strikes, or it is given back.</summary>
internal sealed class Claim(Injection injection, ProxiedRequest request)
{
    private int _isSettled;

    public Fault Fault => injection.Fault;

    /// <summary>The fault is about to strike: whoever sees what it does finds it counted.</summary>
    public void NoteStriking()
    {
        if (Interlocked.Exchange(ref _isSettled, 1) == 0)
            injection.NoteStriking();
    }

    /// <summary>The fault has struck.</summary>
    public void NoteStruck() => injection.NoteStruck(request);

    /// <summary>The request is over and the fault has not struck: another request may draw it.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _isSettled, 1) == 0)
            injection.Return();
    }
}
