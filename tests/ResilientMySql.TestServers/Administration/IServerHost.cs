using MySqlConnector;

namespace ResilientMySql.TestServers.Administration;

/// <summary>Where a server comes from, and how its administrator gets in.</summary>
internal interface IServerHost : IAsyncDisposable
{
    string UserConnectionString { get; }

    string Database { get; }

    /// <summary>The condition on the server's list of processes that selects the tests' sessions.</summary>
    string SessionCondition { get; }

    /// <summary>A connection that was never used before and is closed when disposed.</summary>
    Task<MySqlConnection> OpenAdministratorAsync(CancellationToken cancellationToken);

    /// <summary>Makes the user of <see cref="UserConnectionString"/>.</summary>
    Task PrepareAsync(MySqlConnection administrator, CancellationToken cancellationToken);
}
