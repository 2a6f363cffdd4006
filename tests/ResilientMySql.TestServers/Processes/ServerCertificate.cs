using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ResilientMySql.TestServers.Processes;

/// <summary>What a server shows of itself on encrypted connections: signed by itself, good for a day.</summary>
internal sealed class ServerCertificate(string directory)
{
    private readonly string _certificate = $"{directory}/certificate.pem";
    private readonly string _key = $"{directory}/key.pem";

    /// <summary>Options for the server's command line.</summary>
    public string[] Arguments => [$"--ssl-cert={_certificate}", $"--ssl-key={_key}"];

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        await File.WriteAllTextAsync(_certificate, certificate.ExportCertificatePem(), cancellationToken);
        await File.WriteAllTextAsync(_key, key.ExportPkcs8PrivateKeyPem(), cancellationToken);
    }
}
