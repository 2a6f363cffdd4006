namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>Generated queries of ours, through the driver or past it as the connection string says.</summary>
internal sealed class Generated(ResilientMySqlConnection connection) : ShapeContender
{
    private readonly ItemQueries _queries = new(connection);

    public override int Scalar(int id) => _queries.Scalar(id);

    public override Item Row(int id) => _queries.Row(id);

    public override List<Item> List(int count) => _queries.List(count);

    public override int Execute(int id) => _queries.Update(id);

    public override int Stream(int count)
    {
        int read = 0;
        foreach (Item item in _queries.Stream(count))
            read += item.Id > 0 ? 1 : 0;

        return read;
    }

    public override ValueTask<int> ScalarAsync(int id) => _queries.ScalarAsync(id, default);

    public override ValueTask<Item> RowAsync(int id) => _queries.RowAsync(id, default);

    public override ValueTask<List<Item>> ListAsync(int count) => _queries.ListAsync(count, default);

    public override ValueTask<int> ExecuteAsync(int id) => _queries.UpdateAsync(id, default);

    public override async ValueTask<int> StreamAsync(int count)
    {
        int read = 0;
        await foreach (Item item in _queries.StreamAsync(count))
            read += item.Id > 0 ? 1 : 0;

        return read;
    }

    public override void Dispose() => connection.Dispose();
}
