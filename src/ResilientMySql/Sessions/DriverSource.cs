using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>
/// Makes physical connections: those of a driver's data source, with all that its builder was told, or, without one, plain ones.
/// </summary>
/// <param name="dataSource">One that does not pool, or null.</param>
internal sealed class DriverSource(MySqlDataSource? dataSource)
{
    private volatile string? _password;
    private int _isClosed;

    /// <summary>The password of connections opened from now on, whose connection string has none.</summary>
    /// <exception cref="InvalidOperationException">A periodic password provider decides.</exception>
    public void SetPassword(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (dataSource is null)
            _password = password;
        else
            dataSource.Password = password;
    }

    /// <summary>A closed connection; what its <paramref name="owner"/> says counts for more than what the data source does.</summary>
    public MySqlConnection CreateConnection(string connectionString, ResilientMySqlConnection? owner)
    {
        MySqlConnection connection = dataSource?.CreateConnection() ?? new MySqlConnection(connectionString);

        // Only the time that is left can differ.
        if (dataSource is not null && connection.ConnectionString != connectionString)
            connection.ConnectionString = connectionString;

        if (owner?.ProvidePasswordCallback is { } providePassword)
            connection.ProvidePasswordCallback = providePassword;
        else if (_password is { } password)
            connection.ProvidePasswordCallback = _ => password;

        if (owner?.ProvideClientCertificatesCallback is { } provideCertificates)
            connection.ProvideClientCertificatesCallback = provideCertificates;

        if (owner?.RemoteCertificateValidationCallback is { } validateCertificate)
            connection.RemoteCertificateValidationCallback = validateCertificate;

        return connection;
    }

    /// <summary>Ends the periodic password provider, once: a container closes what it knows by two names twice. Nothing is opened any more afterwards.</summary>
    public async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        if (dataSource is null || Interlocked.Exchange(ref _isClosed, 1) == 1)
            return;

        if (TIo.Mode is IoMode.Sync)
            dataSource.Dispose();
        else
            await dataSource.DisposeAsync().ConfigureAwait(false);
    }
}
