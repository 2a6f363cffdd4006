using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.DataSources;

/// <summary>A server of one test with a certificate, and a user whom it lets in only with another of the same authority.</summary>
internal sealed class EncryptedServer : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly X509Certificate2 _authority;

    private EncryptedServer(TestServer server, X509Certificate2 authority, X509Certificate2 client)
    {
        _server = server;
        _authority = authority;
        Client = client;
    }

    public X509Certificate2 Client { get; }

    public TestServer Server => _server;

    /// <summary>The user's, without a word on certificates.</summary>
    public string ConnectionString => new MySqlConnectionStringBuilder(_server.ConnectionString)
    {
        UserID = "sealed",
        Password = "word",
        SslMode = MySqlSslMode.Required,
    }.ConnectionString;

    public static async Task<EncryptedServer> StartAsync(ServerEngine engine)
    {
        string directory = Directory.CreateTempSubdirectory("rmysql-tls-").FullName;
        X509Certificate2 authority = CreateAuthority();
        X509Certificate2 client = Sign(authority, "CN=client");
        using X509Certificate2 server = Sign(authority, "CN=localhost");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory, "ca"), authority.ExportCertificatePem());
            await File.WriteAllTextAsync(Path.Combine(directory, "certificate"), server.ExportCertificatePem());
            await File.WriteAllTextAsync(Path.Combine(directory, "key"), server.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            TestServer started = await TestServer.StartAsync(
                engine, new TestServerOptions { ServerArguments = [$"--ssl-ca={directory}/ca", $"--ssl-cert={directory}/certificate", $"--ssl-key={directory}/key"] });
            Skip.IfNot(started.CanControl, "The server is external: it has no certificates of ours.");
            await started.ExecuteAsync("CREATE USER 'sealed'@'%' IDENTIFIED BY 'word' REQUIRE X509");
            await started.ExecuteAsync($"GRANT ALL ON {started.Database}.* TO 'sealed'@'%'");
            return new EncryptedServer(started, authority, client);
        }
        finally
        {
            // The server has read them.
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Whether the server's certificate is the authority's work.</summary>
    public bool HasSigned(X509Certificate? certificate)
    {
        using var presented = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
        return presented.Issuer == _authority.Subject && presented.Subject == "CN=localhost";
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _authority.Dispose();
        Client.Dispose();
    }

    private static X509Certificate2 CreateAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-2), now.AddDays(2));
    }

    private static X509Certificate2 Sign(X509Certificate2 authority, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 signed = request.Create(authority, now.AddDays(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}
