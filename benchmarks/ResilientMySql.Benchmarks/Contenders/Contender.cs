namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>One way to ask for the number of a city: take a connection, ask, read the row, give the connection back.</summary>
/// <remarks>
/// Callers are numbered from 0; each makes one request at a time, and different ones do so at once. A web application knows nobody's
/// number: there, all are number 0, and nobody who keeps something for each of them competes.
/// </remarks>
internal abstract class Contender : IAsyncDisposable
{
    /// <summary>What tables call it.</summary>
    public abstract string Name { get; }

    /// <summary>The number of the city, by synchronous calls.</summary>
    public abstract int Request(int caller, string city);

    /// <summary>The number of the city, by asynchronous calls.</summary>
    public abstract ValueTask<int> RequestAsync(int caller, string city);

    /// <summary>Closes all its connections.</summary>
    public abstract ValueTask DisposeAsync();
}
