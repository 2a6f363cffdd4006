using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.DataSources;

/// <summary>Callbacks for certificates are asked whenever a physical session is opened, first or in a lost one's place.</summary>
public sealed class CertificateTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Builders_AreAskedForEverySession(ServerEngine engine, CallMode mode)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        int given = 0;
        int judged = 0;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(encrypted.ConnectionString)
            .UseClientCertificatesCallback(certificates =>
            {
                given++;
                certificates.Add(encrypted.Client);
                return default;
            })
            .UseRemoteCertificateValidationCallback((_, certificate, _, _) =>
            {
                judged++;
                return encrypted.HasSigned(certificate);
            })
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();

        await mode.OpenAsync(connection);
        await LoseAsync(mode, encrypted, connection);

        Assert.Equal((2, 2), (given, judged));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Connections_AreAskedForEverySessionAndCountForMore(ServerEngine engine, CallMode mode)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        int given = 0;
        int judged = 0;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(encrypted.ConnectionString)
            .UseRemoteCertificateValidationCallback(static (_, _, _, _) => false)
            .Build();
        await using ResilientMySqlConnection refused = dataSource.CreateConnection();
        await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(refused));

        foreach (ResilientMySqlConnection connection in (ResilientMySqlConnection[])[dataSource.CreateConnection(), new(encrypted.ConnectionString)])
        {
            (given, judged) = (0, 0);
            await using (connection)
            {
                connection.ProvideClientCertificatesCallback = certificates =>
                {
                    given++;
                    certificates.Add(encrypted.Client);
                    return default;
                };
                connection.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    judged++;
                    return encrypted.HasSigned(certificate);
                };
                await mode.OpenAsync(connection);
                await LoseAsync(mode, encrypted, connection);
            }

            Assert.Equal((2, 2), (given, judged));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task NoCertificate_IsRefusedAtOnce(ServerEngine engine, CallMode mode)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(encrypted.ConnectionString);

        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));

        Assert.Equal(MySqlErrorCode.AccessDenied, refused.ErrorCode);
    }

    private static async Task LoseAsync(CallMode mode, EncryptedServer encrypted, ResilientMySqlConnection connection)
    {
        int before = connection.ServerThread;
        await encrypted.Server.KillSessionAsync(before);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        Assert.NotEqual(before, connection.ServerThread);
    }
}
