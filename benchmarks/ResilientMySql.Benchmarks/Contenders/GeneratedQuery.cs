namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>A generated query on the data source: one call takes a session, asks and gives it back.</summary>
internal sealed class GeneratedQuery : Contender
{
    private readonly ResilientMySqlDataSource _dataSource;
    private readonly CityQueries _queries;

    public GeneratedQuery(string name, string connectionString)
    {
        Name = name;
        _dataSource = new ResilientMySqlDataSource(connectionString);
        _queries = new CityQueries(_dataSource);
    }

    public override string Name { get; }

    public override int Request(int caller, string city) => _queries.GetCityId(city);

    public override ValueTask<int> RequestAsync(int caller, string city) => _queries.GetCityIdAsync(city);

    public override ValueTask DisposeAsync() => _dataSource.DisposeAsync();
}
