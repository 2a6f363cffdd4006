using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>A certificate for a MariaDB, which makes none for itself; kept in files, since the server reads them at each start.</summary>
internal sealed class LaneCertificate : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("rmysql-matrix-").FullName;

    private LaneCertificate()
    {
    }

    public IReadOnlyList<string> ServerArguments => [$"--ssl-cert={CertificatePath}", $"--ssl-key={KeyPath}"];

    private string CertificatePath => Path.Combine(_directory, "certificate.pem");

    private string KeyPath => Path.Combine(_directory, "key.pem");

    public static LaneCertificate Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 signed = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var certificate = new LaneCertificate();
        File.WriteAllText(certificate.CertificatePath, signed.ExportCertificatePem());
        File.WriteAllText(certificate.KeyPath, key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
