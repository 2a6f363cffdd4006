namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>One way to ask, on a connection that stays open.</summary>
internal abstract class ShapeContender : IDisposable
{
    public abstract int Scalar(int id);

    public abstract Item Row(int id);

    public abstract List<Item> List(int count);

    public abstract int Execute(int id);

    /// <summary>How many rows there were, read one by one.</summary>
    public abstract int Stream(int count);

    public abstract ValueTask<int> ScalarAsync(int id);

    public abstract ValueTask<Item> RowAsync(int id);

    public abstract ValueTask<List<Item>> ListAsync(int count);

    public abstract ValueTask<int> ExecuteAsync(int id);

    /// <inheritdoc cref="Stream"/>
    public abstract ValueTask<int> StreamAsync(int count);

    public abstract void Dispose();
}
