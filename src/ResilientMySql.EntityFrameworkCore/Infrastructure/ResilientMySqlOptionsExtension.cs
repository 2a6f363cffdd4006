using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResilientMySql.EntityFrameworkCore.Storage;
using ResilientMySql.EntityFrameworkCore.Update;

namespace ResilientMySql.EntityFrameworkCore.Infrastructure;

/// <summary>Where a context's connections come from, and the services that make them ours. All else is Pomelo's.</summary>
internal sealed class ResilientMySqlOptionsExtension : IDbContextOptionsExtension
{
    public ResilientMySqlOptionsExtension(string connectionString)
    {
        ConnectionString = PomeloConnectionStrings.IsNamed(connectionString)
            ? connectionString
            : PomeloConnectionStrings.WithNeeds(connectionString).ConnectionString;
        Info = new ResilientMySqlOptionsInfo(this);
    }

    public ResilientMySqlOptionsExtension(ResilientMySqlDataSource dataSource)
    {
        // Before it is opened, a connection tells its password; the data source does not.
        using ResilientMySqlConnection connection = dataSource.CreateConnection();
        ConnectionString = connection.ConnectionString;
        PomeloConnectionStrings.RequireNeeds(ConnectionString);
        DataSource = dataSource;
        Info = new ResilientMySqlOptionsInfo(this);
    }

    public ResilientMySqlOptionsExtension(ResilientMySqlConnection connection)
    {
        PomeloConnectionStrings.ProvideNeeds(connection);

        // As above: a clone has not been opened.
        using ResilientMySqlConnection clone = connection.CloneWith(connection.ConnectionString);
        ConnectionString = clone.ConnectionString;
        Connection = connection;
        Info = new ResilientMySqlOptionsInfo(this);
    }

    public DbContextOptionsExtensionInfo Info { get; }

    public string ConnectionString { get; }

    public ResilientMySqlDataSource? DataSource { get; }

    public ResilientMySqlConnection? Connection { get; }

    public void ApplyServices(IServiceCollection services) => services
        .Replace(ServiceDescriptor.Scoped<IRelationalConnection, ResilientMySqlRelationalConnection>())
        .Replace(ServiceDescriptor.Singleton<IUpdateSqlGenerator, ResilientMySqlUpdateSqlGenerator>());

    public void Validate(IDbContextOptions options)
    {
    }
}
