using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>
/// Entity Framework Core as its manual makes it fastest: a compiled query on a pooled context, its thread checks off; the connection
/// comes from the driver's pool.
/// </summary>
internal sealed class CompiledQuery : Contender
{
    private static readonly Func<CityContext, string, int> Find =
        EF.CompileQuery((CityContext context, string city) => context.Cities.Where(row => row.Name == city).Select(static row => (int)row.Id).First());

    private static readonly Func<CityContext, string, Task<int>> FindAsync =
        EF.CompileAsyncQuery((CityContext context, string city) => context.Cities.Where(row => row.Name == city).Select(static row => (int)row.Id).First());

    private readonly PooledDbContextFactory<CityContext> _contexts;

    public CompiledQuery(string name, string connectionString)
    {
        Name = name;
        _contexts = new PooledDbContextFactory<CityContext>(new DbContextOptionsBuilder<CityContext>()
            .UseMySql(connectionString, ServerVersion.AutoDetect(connectionString))
            .EnableThreadSafetyChecks(false)
            .Options);
    }

    public override string Name { get; }

    public override int Request(int caller, string city)
    {
        using CityContext context = _contexts.CreateDbContext();
        return Find(context, city);
    }

    public override async ValueTask<int> RequestAsync(int caller, string city)
    {
        await using CityContext context = await _contexts.CreateDbContextAsync();
        return await FindAsync(context, city);
    }

    /// <summary>The connections are in the driver's pool of that connection string, and end with the process.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
