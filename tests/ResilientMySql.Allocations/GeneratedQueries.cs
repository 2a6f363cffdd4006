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
            case QueryShape.Single:
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
            default:
                StatementRunner.InsertId<UpdateStatement>(target, new(id));
                break;
        }
    }

    public static async Task RunAsync(this QueryShape shape, QueryTarget target, int id)
    {
        switch (shape)
        {
            case QueryShape.Scalar:
                await QueryRunner.FirstAsync<ScalarQuery, int>(target, new(id), default);
                break;
            case QueryShape.OptionalScalar:
                await QueryRunner.FirstOrDefaultAsync<OptionalScalarQuery, int?>(target, new(id), default);
                break;
            case QueryShape.Row:
                await QueryRunner.FirstAsync<OneRowQuery, CityRow>(target, new(id), default);
                break;
            case QueryShape.Single:
                await QueryRunner.SingleAsync<OneRowQuery, CityRow>(target, new(id), default);
                break;
            case QueryShape.List:
                await QueryRunner.ToListAsync<RowsQuery, CityRow>(target, new(id), default);
                break;
            case QueryShape.Array:
                await QueryRunner.ToArrayAsync<RowsQuery, CityRow>(target, new(id), default);
                break;
            case QueryShape.Exists:
                await QueryRunner.ExistsAsync<ScalarQuery>(target, new(id), default);
                break;
            case QueryShape.Execute:
                await StatementRunner.ExecuteAsync<UpdateStatement>(target, new(id), default);
                break;
            default:
                await StatementRunner.InsertIdAsync<UpdateStatement>(target, new(id), default);
                break;
        }
    }
}
