using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace ResilientMySql;

/// <summary>Registers data sources and their connections as services.</summary>
/// <remarks>
/// Takes the place of <see cref="MySqlConnectorServiceCollectionExtensions"/>. Registered are <see cref="ResilientMySqlDataSource"/> and
/// <see cref="DbDataSource"/>, <see cref="ResilientMySqlConnection"/> and <see cref="DbConnection"/>, each unless it is already. The
/// data source logs where the container says.
/// </remarks>
public static class ResilientMySqlServiceCollectionExtensions
{
    /// <summary>Registers a data source with a connection string.</summary>
    public static IServiceCollection AddResilientMySqlDataSource(
        this IServiceCollection serviceCollection,
        string connectionString,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton) =>
        Add(serviceCollection, connectionString, null, connectionLifetime, dataSourceLifetime);

    /// <summary>Registers a data source with a connection string and what an action tells its builder.</summary>
    public static IServiceCollection AddResilientMySqlDataSource(
        this IServiceCollection serviceCollection,
        string connectionString,
        Action<ResilientMySqlDataSourceBuilder> dataSourceBuilderAction,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton) =>
        Add(serviceCollection, connectionString, (_, builder) => dataSourceBuilderAction(builder), connectionLifetime, dataSourceLifetime);

    /// <summary>Registers a data source with a connection string and what an action, which may ask for services, tells its builder.</summary>
    public static IServiceCollection AddResilientMySqlDataSource(
        this IServiceCollection serviceCollection,
        string connectionString,
        Action<IServiceProvider, ResilientMySqlDataSourceBuilder> dataSourceBuilderAction,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton) =>
        Add(serviceCollection, connectionString, dataSourceBuilderAction, connectionLifetime, dataSourceLifetime);

    /// <summary>Registers a data source under a key, which is its name where it is a string.</summary>
    public static IServiceCollection AddKeyedResilientMySqlDataSource(
        this IServiceCollection serviceCollection,
        object? serviceKey,
        string connectionString,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton) =>
        AddKeyed(serviceCollection, serviceKey, connectionString, null, connectionLifetime, dataSourceLifetime);

    /// <summary>Registers a data source under a key, which is its name where it is a string and the action does not say otherwise.</summary>
    public static IServiceCollection AddKeyedResilientMySqlDataSource(
        this IServiceCollection serviceCollection,
        object? serviceKey,
        string connectionString,
        Action<ResilientMySqlDataSourceBuilder> dataSourceBuilderAction,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton) =>
        AddKeyed(serviceCollection, serviceKey, connectionString, (_, builder) => dataSourceBuilderAction(builder), connectionLifetime, dataSourceLifetime);

    /// <summary>Registers a data source under a key, which is its name where it is a string and the action does not say otherwise.</summary>
    public static IServiceCollection AddKeyedResilientMySqlDataSource(
        this IServiceCollection serviceCollection,
        object? serviceKey,
        string connectionString,
        Action<IServiceProvider, ResilientMySqlDataSourceBuilder> dataSourceBuilderAction,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton) =>
        AddKeyed(serviceCollection, serviceKey, connectionString, dataSourceBuilderAction, connectionLifetime, dataSourceLifetime);

    private static IServiceCollection Add(
        IServiceCollection services,
        string connectionString,
        Action<IServiceProvider, ResilientMySqlDataSourceBuilder>? configure,
        ServiceLifetime connectionLifetime,
        ServiceLifetime dataSourceLifetime)
    {
        services.TryAdd(new ServiceDescriptor(typeof(ResilientMySqlDataSource), provider => Build(provider, connectionString, null, configure), dataSourceLifetime));
        services.TryAdd(new ServiceDescriptor(typeof(DbDataSource), static provider => provider.GetRequiredService<ResilientMySqlDataSource>(), dataSourceLifetime));
        services.TryAdd(new ServiceDescriptor(
            typeof(ResilientMySqlConnection), static provider => provider.GetRequiredService<ResilientMySqlDataSource>().CreateConnection(), connectionLifetime));
        services.TryAdd(new ServiceDescriptor(typeof(DbConnection), static provider => provider.GetRequiredService<ResilientMySqlConnection>(), connectionLifetime));
        return services;
    }

    private static IServiceCollection AddKeyed(
        IServiceCollection services,
        object? key,
        string connectionString,
        Action<IServiceProvider, ResilientMySqlDataSourceBuilder>? configure,
        ServiceLifetime connectionLifetime,
        ServiceLifetime dataSourceLifetime)
    {
        services.TryAdd(new ServiceDescriptor(
            typeof(ResilientMySqlDataSource), key, (provider, key) => Build(provider, connectionString, key as string, configure), dataSourceLifetime));
        services.TryAdd(new ServiceDescriptor(
            typeof(DbDataSource), key, static (provider, key) => provider.GetRequiredKeyedService<ResilientMySqlDataSource>(key), dataSourceLifetime));
        services.TryAdd(new ServiceDescriptor(
            typeof(ResilientMySqlConnection), key,
            static (provider, key) => provider.GetRequiredKeyedService<ResilientMySqlDataSource>(key).CreateConnection(), connectionLifetime));
        services.TryAdd(new ServiceDescriptor(
            typeof(DbConnection), key, static (provider, key) => provider.GetRequiredKeyedService<ResilientMySqlConnection>(key), connectionLifetime));
        return services;
    }

    private static ResilientMySqlDataSource Build(
        IServiceProvider provider, string connectionString, string? name, Action<IServiceProvider, ResilientMySqlDataSourceBuilder>? configure)
    {
        ResilientMySqlDataSourceBuilder builder = new ResilientMySqlDataSourceBuilder(connectionString)
            .UseLoggerFactory(provider.GetService<ILoggerFactory>())
            .UseName(name);
        configure?.Invoke(provider, builder);
        return builder.Build();
    }
}
