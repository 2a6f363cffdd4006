namespace ResilientMySql.Integration.Sessions;

/// <summary>Who came in which order, and who was served in which. Callers come one after the other, and are served at once.</summary>
internal sealed class Turns(int callers)
{
    private readonly int[] _servedAs = new int[callers];
    private int _served;

    /// <summary>How many have been served.</summary>
    public int Served => Volatile.Read(ref _served);

    /// <summary>
    /// How many places behind their turn that share of the callers was served at most. Who was answered, and whose thread was then
    /// put to sleep before it could say so, counts as late too.
    /// </summary>
    public int DelayOf(double share)
    {
        int[] delays = [.. _servedAs.Select(static (servedAs, arrivedAs) => servedAs - arrivedAs).Order()];
        return delays[(int)Math.Min(delays.Length - 1, share * delays.Length)];
    }

    public void NoteServed(int arrivedAs) => _servedAs[arrivedAs] = Interlocked.Increment(ref _served) - 1;
}
