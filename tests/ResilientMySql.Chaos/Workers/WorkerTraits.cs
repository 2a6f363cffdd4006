namespace ResilientMySql.Chaos.Workers;

/// <summary>How a worker works, whatever it does.</summary>
/// <param name="Number">Its own number, from 1.</param>
/// <param name="Mode">Which methods it calls.</param>
/// <param name="Lifetime">How long it keeps a connection.</param>
/// <param name="IsPrepared">Whether it prepares its commands.</param>
/// <param name="Wire">How its generated statements run; null where it has plain commands.</param>
internal sealed record WorkerTraits(int Number, CallMode Mode, Lifetime Lifetime, bool IsPrepared, WireMode? Wire = null)
{
    public override string ToString() => $"{Mode}, {Lifetime}{(IsPrepared ? ", prepared" : "")}{(Wire is { } wire ? $", generated, Wire={wire}" : "")}";
}
