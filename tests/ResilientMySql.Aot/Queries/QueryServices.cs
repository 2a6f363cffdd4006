using Microsoft.Extensions.DependencyInjection;
using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>What the container is told.</summary>
public static partial class QueryServices
{
    [RegisterQueries]
    public static partial IServiceCollection AddQueries(this IServiceCollection services);
}
