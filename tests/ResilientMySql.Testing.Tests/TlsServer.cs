using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests;

/// <summary>A MariaDB with a certificate, for one test at a time.</summary>
internal static class TlsServer
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static TestServer? _server;

    public static TestServer Server => _server!;

    public static async Task<IAsyncDisposable> RentAsync()
    {
        await Turn.WaitAsync();
        var lease = new Lease();
        try
        {
            if (_server is null)
                _server = await StartAsync();
            else
                await _server.ResetAsync();
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    /// <summary>A certificate with its key, which nobody has signed.</summary>
    public static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static async Task<TestServer> StartAsync()
    {
        string directory = Directory.CreateTempSubdirectory("rmysql-tls-").FullName;
        try
        {
            using X509Certificate2 certificate = CreateCertificate();
            string certificatePath = Path.Combine(directory, "certificate.pem");
            string keyPath = Path.Combine(directory, "key.pem");
            await File.WriteAllTextAsync(certificatePath, certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(keyPath, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            TestServer server = await TestServer.StartAsync(
                ServerEngine.MariaDb,
                new TestServerOptions { ServerArguments = [$"--ssl-cert={certificatePath}", $"--ssl-key={keyPath}"] });
            Skip.If(!server.CanControl && await server.QueryAsync<string>("SELECT @@ssl_cert") is null or "", "The external MariaDB has no certificate.");
            return server;
        }
        finally
        {
            // The server has read them.
            Directory.Delete(directory, recursive: true);
        }
    }

    private sealed class Lease : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Turn.Release();
            return ValueTask.CompletedTask;
        }
    }
}
