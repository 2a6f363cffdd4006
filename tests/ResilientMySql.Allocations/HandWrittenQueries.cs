using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Allocations;

/// <summary>The best that can be written by hand: one prepared command, its parameter and the parameter's box reused, positional getters.</summary>
internal static class HandWrittenQueries
{
    public static MySqlCommand Prepare(MySqlConnection connection, MySqlTransaction? transaction, QueryShape shape, int id)
    {
        var command = new MySqlCommand(Texts.Of(shape), connection, transaction);
        command.Parameters.Add(new MySqlParameter { Value = id });

        // Prepared, the driver would make a round trip for each of several statements.
        if (shape is QueryShape.ResultSets)
            command.Parameters.Add(new MySqlParameter { Value = id });
        else
            command.Prepare();

        return command;
    }

    /// <summary>The driver's pool, which goes on knowing what was prepared.</summary>
    public static MySqlDataSource Lease(string connectionString) => new(connectionString + ";Connection Reset=False");

    /// <summary>On a connection that is opened for it.</summary>
    public static object? RunLeased(this QueryShape shape, MySqlDataSource dataSource)
    {
        using MySqlConnection connection = dataSource.OpenConnection();
        using MySqlCommand command = Prepare(connection, transaction: null, shape, id: 312);
        return shape.Run(command);
    }

    /// <inheritdoc cref="RunLeased"/>
    public static async Task RunLeasedAsync(this QueryShape shape, MySqlDataSource dataSource)
    {
        await using MySqlConnection connection = await dataSource.OpenConnectionAsync();
        await using MySqlCommand command = Prepare(connection, transaction: null, shape, id: 312);
        await shape.RunAsync(command);
    }

    public static object? Run(this QueryShape shape, MySqlCommand command)
    {
        if (shape is QueryShape.Execute or QueryShape.InsertId)
        {
            command.ExecuteNonQuery();
            return null;
        }

        if (shape is QueryShape.Stream)
        {
            foreach (CityRow _ in Stream(command, id: 312))
            {
            }

            return null;
        }

        if (shape is QueryShape.Bytes)
        {
            using Stream bytes = Open(command);
            bytes.ReadByte();
            return null;
        }

        using MySqlDataReader reader = command.ExecuteReader();
        return shape switch
        {
            QueryShape.List => ReadAll(reader),
            QueryShape.Array => ReadAll(reader).ToArray(),
            QueryShape.Text => ReadText(reader),
            QueryShape.ResultSets => AddUp(reader),
            _ => ReadFirst(shape, reader),
        };
    }

    public static Task RunAsync(this QueryShape shape, MySqlCommand command) => shape switch
    {
        QueryShape.Execute or QueryShape.InsertId => AwaitAsync(new ValueTask<int>(command.ExecuteNonQueryAsync())),
        QueryShape.List => ReadListAsync(command),
        QueryShape.Array => ReadArrayAsync(command),
        QueryShape.OnlyRow => ReadOnlyRowAsync(command),
        QueryShape.Row => ReadRowAsync(command),
        QueryShape.Exists => ReadExistsAsync(command),
        QueryShape.Reader => ReadAsync(new ValueTask<MySqlDataReader>(command.ExecuteReaderAsync())),
        QueryShape.Stream => ReadStreamAsync(command),
        QueryShape.Bytes => ReadBytesAsync(command),
        QueryShape.Text => ReadTextAsync(command),
        QueryShape.ResultSets => AddUpAsync(command),
        _ => ReadScalarAsync(command),
    };

    /// <summary>The caller's own frame, which is larger for a <see cref="ValueTask{TResult}"/> than for a <see cref="Task{TResult}"/>.</summary>
    private static async Task<T> AwaitAsync<T>(ValueTask<T> task) => await task;

    private static async Task ReadAsync(ValueTask<MySqlDataReader> opening)
    {
        await using MySqlDataReader reader = await opening;
        await reader.ReadAsync();
    }

    private static async Task<int?> ReadScalarAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && !reader.IsDBNull(0) ? reader.GetInt32(0) : null;
    }

    private static async Task<bool> ReadExistsAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync();
    }

    private static async Task<CityRow?> ReadRowAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new CityRow(reader.GetInt32(0), reader.GetString(1)) : null;
    }

    private static async Task<CityRow?> ReadOnlyRowAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        CityRow? row = await reader.ReadAsync() ? new CityRow(reader.GetInt32(0), reader.GetString(1)) : null;
        return await reader.ReadAsync() ? null : row;
    }

    private static async Task<List<CityRow>> ReadListAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<CityRow>();
        while (await reader.ReadAsync())
            rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

        return rows;
    }

    private static async Task<CityRow[]> ReadArrayAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<CityRow>();
        while (await reader.ReadAsync())
            rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

        return [.. rows];
    }

    private static object? ReadFirst(QueryShape shape, MySqlDataReader reader)
    {
        object? result = reader.Read() ? ReadRow(shape, reader) : null;
        if (shape is QueryShape.OnlyRow)
            reader.Read();

        return result;
    }

    /// <summary>Scalars are not boxed.</summary>
    private static CityRow? ReadRow(QueryShape shape, MySqlDataReader reader)
    {
        if (shape is QueryShape.Row or QueryShape.OnlyRow)
            return new(reader.GetInt32(0), reader.GetString(1));

        if (shape is not (QueryShape.Exists or QueryShape.Reader) && !reader.IsDBNull(0))
            reader.GetInt32(0);

        return null;
    }

    private static List<CityRow> ReadAll(MySqlDataReader reader)
    {
        var rows = new List<CityRow>();
        while (reader.Read())
            rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

        return rows;
    }

    /// <summary>The parameter's box is the parameter's own.</summary>
    private static IEnumerable<CityRow> Stream(MySqlCommand command, int id)
    {
        Unsafe.Unbox<int>(command.Parameters[0].Value!) = id;
        using MySqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return new(reader.GetInt32(0), reader.GetString(1));
    }

    /// <summary>As a library has to await.</summary>
    private static async IAsyncEnumerable<CityRow> StreamAsync(MySqlCommand command, int id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Unsafe.Unbox<int>(command.Parameters[0].Value!) = id;
        MySqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return new(reader.GetInt32(0), reader.GetString(1));
        }
        finally
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task ReadStreamAsync(MySqlCommand command)
    {
        await foreach (CityRow _ in StreamAsync(command, id: 312))
        {
        }
    }

    private static HandWrittenStream Open(MySqlCommand command)
    {
        MySqlDataReader reader = command.ExecuteReader();
        reader.Read();
        return new HandWrittenStream(reader, reader.GetStream(0));
    }

    private static async Task<Stream> OpenAsync(MySqlCommand command)
    {
        MySqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new HandWrittenStream(reader, reader.GetStream(0));
    }

    private static async Task ReadBytesAsync(MySqlCommand command)
    {
        await using Stream bytes = await OpenAsync(command);
        bytes.ReadByte();
    }

    private static StringReader ReadText(MySqlDataReader reader)
    {
        reader.Read();
        return new StringReader(reader.GetString(0));
    }

    private static async Task<TextReader> ReadTextAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new StringReader(reader.GetString(0));
    }

    private static object? AddUp(MySqlDataReader reader)
    {
        long sum = 0;
        do
        {
            while (reader.Read())
                sum += reader.GetInt32(0);
        }
        while (reader.NextResult());

        return sum > 0 ? null : throw new InvalidOperationException("There were no rows.");
    }

    private static async Task<long> AddUpAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        long sum = 0;
        do
        {
            while (await reader.ReadAsync())
                sum += reader.GetInt32(0);
        }
        while (await reader.NextResultAsync());

        return sum;
    }
}
