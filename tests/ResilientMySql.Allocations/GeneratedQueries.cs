using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>Runs each shape as generated code does.</summary>
internal static class GeneratedQueries
{
    public static void Run(this QueryShape shape, QueryTarget target, int id)
    {
        switch (shape)
        {
            case QueryShape.Scalar:
                QueryRunner.First<ScalarQuery, int>(target, new(id));
                break;
            case QueryShape.OptionalScalar:
                QueryRunner.FirstOrDefault<OptionalScalarQuery, int?>(target, new(id));
                break;
            case QueryShape.Row:
                QueryRunner.First<OneRowQuery, CityRow>(target, new(id));
                break;
            case QueryShape.OnlyRow:
                QueryRunner.Single<OneRowQuery, CityRow>(target, new(id));
                break;
            case QueryShape.List:
                QueryRunner.ToList<RowsQuery, CityRow>(target, new(id));
                break;
            case QueryShape.Array:
                QueryRunner.ToArray<RowsQuery, CityRow>(target, new(id));
                break;
            case QueryShape.Exists:
                QueryRunner.Exists<ScalarQuery>(target, new(id));
                break;
            case QueryShape.Execute:
                StatementRunner.Execute<UpdateStatement>(target, new(id));
                break;
            case QueryShape.InsertId:
                StatementRunner.InsertId<UpdateStatement>(target, new(id));
                break;
            case QueryShape.Stream:
                foreach (CityRow _ in StreamRunner.Enumerate<RowsQuery, CityRow>(target, new(id)))
                {
                }

                break;
            case QueryShape.Reader:
                using (ResilientMySqlDataReader reader = ReaderRunner.OpenReader<RowsQuery>(target, new(id)))
                    reader.Read();

                break;
            case QueryShape.Bytes:
                using (Stream? bytes = ReaderRunner.OpenStream<BytesQuery>(target, new(id)))
                    bytes!.ReadByte();

                break;
            case QueryShape.Text:
                using (TextReader? text = ReaderRunner.OpenText<NameQuery>(target, new(id)))
                    text!.Read();

                break;
            default:
                ResultSetsRunner.Read<TwoScalarsQuery, NumberSets, long>(target, new(id));
                break;
        }
    }

    public static Task RunAsync(this QueryShape shape, QueryTarget target, int id) => shape switch
    {
        QueryShape.Scalar => AwaitAsync(QueryRunner.FirstAsync<ScalarQuery, int>(target, new(id), default)),
        QueryShape.OptionalScalar => AwaitAsync(QueryRunner.FirstOrDefaultAsync<OptionalScalarQuery, int?>(target, new(id), default)),
        QueryShape.Row => AwaitAsync(QueryRunner.FirstAsync<OneRowQuery, CityRow>(target, new(id), default)),
        QueryShape.OnlyRow => AwaitAsync(QueryRunner.SingleAsync<OneRowQuery, CityRow>(target, new(id), default)),
        QueryShape.List => AwaitAsync(QueryRunner.ToListAsync<RowsQuery, CityRow>(target, new(id), default)),
        QueryShape.Array => AwaitAsync(QueryRunner.ToArrayAsync<RowsQuery, CityRow>(target, new(id), default)),
        QueryShape.Exists => AwaitAsync(QueryRunner.ExistsAsync<ScalarQuery>(target, new(id), default)),
        QueryShape.Execute => AwaitAsync(StatementRunner.ExecuteAsync<UpdateStatement>(target, new(id), default)),
        QueryShape.InsertId => AwaitAsync(StatementRunner.InsertIdAsync<UpdateStatement>(target, new(id), default)),
        QueryShape.Stream => StreamAsync(StreamRunner.EnumerateAsync<RowsQuery, CityRow>(target, new(id), default)),
        QueryShape.Reader => ReadAsync(ReaderRunner.OpenReaderAsync<RowsQuery>(target, new(id), default)),
        QueryShape.Bytes => ReadAsync(ReaderRunner.OpenStreamAsync<BytesQuery>(target, new(id), default)),
        QueryShape.Text => ReadAsync(ReaderRunner.OpenTextAsync<NameQuery>(target, new(id), default)),
        _ => AwaitAsync(ResultSetsRunner.ReadAsync<TwoScalarsQuery, NumberSets, long>(target, new(id), default)),
    };

    private static async Task StreamAsync(IAsyncEnumerable<CityRow> rows)
    {
        await foreach (CityRow _ in rows)
        {
        }
    }

    private static async Task ReadAsync(ValueTask<ResilientMySqlDataReader> opening)
    {
        await using ResilientMySqlDataReader reader = await opening;
        await reader.ReadAsync();
    }

    private static async Task ReadAsync(ValueTask<Stream?> opening)
    {
        await using Stream bytes = (await opening)!;
        bytes.ReadByte();
    }

    private static async Task ReadAsync(ValueTask<TextReader?> opening)
    {
        using TextReader text = (await opening)!;
        text.Read();
    }

    /// <summary>The caller's own frame.</summary>
    private static async Task<T> AwaitAsync<T>(ValueTask<T> task) => await task;
}
