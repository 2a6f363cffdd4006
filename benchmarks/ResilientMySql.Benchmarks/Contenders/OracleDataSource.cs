using System.Data.Common;
using MySql.Data.MySqlClient;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>Oracle's driver, MySql.Data, which spells some words of a connection string differently.</summary>
internal static class OracleDataSource
{
    public static DbDataSource Create(string connectionString)
    {
        var parts = new MySqlConnector.MySqlConnectionStringBuilder(connectionString);
        return MySqlClientFactory.Instance.CreateDataSource(new MySqlConnectionStringBuilder
        {
            Server = parts.Server,
            Port = parts.Port,
            UserID = parts.UserID,
            Password = parts.Password,
            Database = parts.Database,
            SslMode = MySqlSslMode.Disabled,
            AllowPublicKeyRetrieval = true,
        }.ConnectionString);
    }
}
