namespace ResilientMySql.Integration.Sessions;

/// <summary>Who came in which order, and who was served in which. Callers come one after the other, and are served at once.</summary>
internal sealed class Turns(int callers)
{
    private readonly int[] _servedAs = new int[callers];
    private int _served;

    /// <summary>How many have been served.</summary>
    public int Served => Volatile.Read(ref _served);

    /// <summary>How many callers that came later the most overtaken one had to let pass, beyond those that it overtook itself.</summary>
    public int LongestDelay => _servedAs.Select(static (servedAs, arrivedAs) => servedAs - arrivedAs).Max();

    public void NoteServed(int arrivedAs) => _servedAs[arrivedAs] = Interlocked.Increment(ref _served) - 1;
}
