namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>
/// A contender as its users write it: the loop and the call in one method, so that nobody pays for a frame between the two.
/// </summary>
internal abstract class QueryLoop : IDisposable
{
    /// <summary>Opens what one more caller needs, in the mode of its calls.</summary>
    public abstract void Open();

    /// <inheritdoc cref="Open"/>
    public abstract Task OpenAsync();

    /// <summary>Asks for as long as the turn goes on.</summary>
    /// <remarks>
    /// To be optimized from the start: a method that is called once a turn would stay, for a part of the run, what the runtime
    /// compiles first. What it calls is not touched by that.
    /// </remarks>
    public abstract void Ask(int caller, Turn turn);

    /// <inheritdoc cref="Ask"/>
    public abstract Task AskAsync(int caller, Turn turn);

    public abstract void Dispose();
}
