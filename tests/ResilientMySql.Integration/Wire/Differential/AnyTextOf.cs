using ResilientMySql.Integration.Queries;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire.Differential;

/// <inheritdoc/>
internal sealed class AnyTextOf<TKey> : AnyText
    where TKey : class
{
    public AnyTextOf(string sql, int[]? getters) => (TextOf<TKey>.Sql, TextOf<TKey>.Getters) = (sql, getters);

    public override string Sql => TextOf<TKey>.Sql;

    public override Task<List<string>> ToListAsync(CallMode mode, QueryTarget target, Action<IParameterSink>? bind) =>
        mode.ToListAsync<AnyStatement<TKey>, string>(target, new(bind));

    public override Task<int> ExecuteAsync(CallMode mode, QueryTarget target, Action<IParameterSink>? bind) =>
        mode.ExecuteAsync(target, new AnyStatement<TKey>(bind));

    public override async Task<long> InsertIdAsync(CallMode mode, QueryTarget target, Action<IParameterSink>? bind) => mode is CallMode.Sync
        ? StatementRunner.InsertId(target, new AnyStatement<TKey>(bind))
        : await StatementRunner.InsertIdAsync(target, new AnyStatement<TKey>(bind), default);
}
