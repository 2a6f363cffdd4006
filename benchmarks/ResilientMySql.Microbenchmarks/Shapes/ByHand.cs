using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Microbenchmarks.Ground;

namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>What is written by hand with care: commands prepared once, columns by position; the same lines for both providers.</summary>
internal sealed class ByHand : ShapeContender
{
    private readonly DbConnection _connection;
    private readonly DbCommand _scalar;
    private readonly DbCommand _row;
    private readonly DbCommand _rows;
    private readonly DbCommand _update;

    private ByHand(DbConnection connection)
    {
        _connection = connection;
        _scalar = CreateCommand(ItemTexts.Scalar, "@id");
        _row = CreateCommand(ItemTexts.Row, "@id");
        _rows = CreateCommand(ItemTexts.Rows, "@count");
        _update = CreateCommand(ItemTexts.Update, "@id");
    }

    private DbCommand[] All => [_scalar, _row, _rows, _update];

    /// <param name="connection">Open; theirs from now on.</param>
    public static ByHand On(DbConnection connection)
    {
        var contender = new ByHand(connection);
        foreach (DbCommand command in contender.All)
            command.Prepare();

        return contender;
    }

    /// <inheritdoc cref="On"/>
    public static async Task<ByHand> OnAsync(DbConnection connection)
    {
        var contender = new ByHand(connection);
        foreach (DbCommand command in contender.All)
            await command.PrepareAsync();

        return contender;
    }

    public override int Scalar(int id)
    {
        using DbDataReader reader = With(_scalar, id).ExecuteReader();
        reader.Read();
        return reader.GetInt32(0);
    }

    public override Item Row(int id)
    {
        using DbDataReader reader = With(_row, id).ExecuteReader();
        reader.Read();
        return ItemOf(reader);
    }

    public override List<Item> List(int count)
    {
        using DbDataReader reader = With(_rows, count).ExecuteReader();
        var items = new List<Item>();
        while (reader.Read())
            items.Add(ItemOf(reader));

        return items;
    }

    public override int Execute(int id) => With(_update, id).ExecuteNonQuery();

    public override int Stream(int count)
    {
        using DbDataReader reader = With(_rows, count).ExecuteReader();
        int read = 0;
        while (reader.Read())
            read += ItemOf(reader).Id > 0 ? 1 : 0;

        return read;
    }

    public override async ValueTask<int> ScalarAsync(int id)
    {
        await using DbDataReader reader = await With(_scalar, id).ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetInt32(0);
    }

    public override async ValueTask<Item> RowAsync(int id)
    {
        await using DbDataReader reader = await With(_row, id).ExecuteReaderAsync();
        await reader.ReadAsync();
        return ItemOf(reader);
    }

    public override async ValueTask<List<Item>> ListAsync(int count)
    {
        await using DbDataReader reader = await With(_rows, count).ExecuteReaderAsync();
        var items = new List<Item>();
        while (await reader.ReadAsync())
            items.Add(ItemOf(reader));

        return items;
    }

    public override async ValueTask<int> ExecuteAsync(int id) => await With(_update, id).ExecuteNonQueryAsync();

    public override async ValueTask<int> StreamAsync(int count)
    {
        await using DbDataReader reader = await With(_rows, count).ExecuteReaderAsync();
        int read = 0;
        while (await reader.ReadAsync())
            read += ItemOf(reader).Id > 0 ? 1 : 0;

        return read;
    }

    public override void Dispose() => _connection.Dispose();

    private DbCommand CreateCommand(string sql, string name)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new MySqlParameter(name, MySqlDbType.Int32));
        return command;
    }

    private static DbCommand With(DbCommand command, int value)
    {
        command.Parameters[0].Value = value;
        return command;
    }

    private static Item ItemOf(DbDataReader reader) => new(reader.GetInt32(0), reader.GetString(1));
}
