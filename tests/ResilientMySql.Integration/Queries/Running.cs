using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Lets a test of a runner be written once for both kinds of calls.</summary>
internal static class Running
{
    public static async Task<TResult> FirstAsync<TQuery, TResult>(this CallMode mode, QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        mode is CallMode.Sync ? QueryRunner.First<TQuery, TResult>(target, query) : await QueryRunner.FirstAsync<TQuery, TResult>(target, query, default);

    public static async Task<TResult?> FirstOrDefaultAsync<TQuery, TResult>(this CallMode mode, QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        mode is CallMode.Sync ? QueryRunner.FirstOrDefault<TQuery, TResult>(target, query) : await QueryRunner.FirstOrDefaultAsync<TQuery, TResult>(target, query, default);

    public static async Task<TResult> SingleAsync<TQuery, TResult>(this CallMode mode, QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        mode is CallMode.Sync ? QueryRunner.Single<TQuery, TResult>(target, query) : await QueryRunner.SingleAsync<TQuery, TResult>(target, query, default);

    public static async Task<TResult?> SingleOrDefaultAsync<TQuery, TResult>(this CallMode mode, QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        mode is CallMode.Sync ? QueryRunner.SingleOrDefault<TQuery, TResult>(target, query) : await QueryRunner.SingleOrDefaultAsync<TQuery, TResult>(target, query, default);

    public static async Task<List<TResult>> ToListAsync<TQuery, TResult>(this CallMode mode, QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        mode is CallMode.Sync ? QueryRunner.ToList<TQuery, TResult>(target, query) : await QueryRunner.ToListAsync<TQuery, TResult>(target, query, default);

    public static async Task<TResult[]> ToArrayAsync<TQuery, TResult>(this CallMode mode, QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        mode is CallMode.Sync ? QueryRunner.ToArray<TQuery, TResult>(target, query) : await QueryRunner.ToArrayAsync<TQuery, TResult>(target, query, default);

    public static async Task<bool> ExistsAsync<TStatement>(this CallMode mode, QueryTarget target, TStatement statement)
        where TStatement : struct, IStatement =>
        mode is CallMode.Sync ? QueryRunner.Exists(target, statement) : await QueryRunner.ExistsAsync(target, statement, default);

    public static async Task<int> ExecuteAsync<TStatement>(this CallMode mode, QueryTarget target, TStatement statement)
        where TStatement : struct, IStatement =>
        mode is CallMode.Sync ? StatementRunner.Execute(target, statement) : await StatementRunner.ExecuteAsync(target, statement, default);

    public static async Task<long> InsertIdAsync<TStatement>(this CallMode mode, QueryTarget target, TStatement statement)
        where TStatement : struct, IStatement =>
        mode is CallMode.Sync ? StatementRunner.InsertId(target, statement) : await StatementRunner.InsertIdAsync(target, statement, default);
}
