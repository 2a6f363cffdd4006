using Dapper;
using MySqlConnector;
using ResilientMySql.Microbenchmarks.Ground;

namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>
/// The same calls, each replaced by code that was written when it was compiled. A class of its own, since an interceptor replaces a
/// call in one place of the source.
/// </summary>
[DapperAot]
internal sealed class WithDapperAot(MySqlConnection connection) : ShapeContender
{
    public override int Scalar(int id) => connection.QuerySingle<int>(ItemTexts.Scalar, new { id });

    public override Item Row(int id) => connection.QuerySingle<Item>(ItemTexts.Row, new { id });

    public override List<Item> List(int count) => connection.Query<Item>(ItemTexts.Rows, new { count }).AsList();

    public override int Execute(int id) => connection.Execute(ItemTexts.Update, new { id });

    public override int Stream(int count)
    {
        int read = 0;
        foreach (Item item in connection.Query<Item>(ItemTexts.Rows, new { count }, buffered: false))
            read += item.Id > 0 ? 1 : 0;

        return read;
    }

    public override async ValueTask<int> ScalarAsync(int id) => await connection.QuerySingleAsync<int>(ItemTexts.Scalar, new { id });

    public override async ValueTask<Item> RowAsync(int id) => await connection.QuerySingleAsync<Item>(ItemTexts.Row, new { id });

    public override async ValueTask<List<Item>> ListAsync(int count) =>
        (await connection.QueryAsync<Item>(ItemTexts.Rows, new { count })).AsList();

    public override async ValueTask<int> ExecuteAsync(int id) => await connection.ExecuteAsync(ItemTexts.Update, new { id });

    public override async ValueTask<int> StreamAsync(int count)
    {
        int read = 0;
        await foreach (Item item in connection.QueryUnbufferedAsync<Item>(ItemTexts.Rows, new { count }))
            read += item.Id > 0 ? 1 : 0;

        return read;
    }

    public override void Dispose() => connection.Dispose();
}
