using Microsoft.Extensions.DependencyInjection;
using ResilientMySql.Aot.Queries;

namespace ResilientMySql.Aot.Sections;

/// <summary>What the container makes.</summary>
internal sealed class ServicesSection : ISection
{
    public string Name => "services";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddResilientMySqlDataSource(connectionString)
            .AddQueries()
            .BuildServiceProvider();

        report.Equal("queries from the container", 312, services.GetRequiredService<CityQueries>().GetCityId("London"));
    }
}
