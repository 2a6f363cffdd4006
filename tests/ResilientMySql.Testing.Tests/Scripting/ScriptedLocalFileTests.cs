using System.Security.Cryptography.X509Certificates;
using System.Text;
using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Scripting;
using static ResilientMySql.Testing.Tests.Scripting.ScriptedConnections;

namespace ResilientMySql.Testing.Tests.Scripting;

/// <summary>A scripted server that asks for a file.</summary>
public sealed class ScriptedLocalFileTests
{
    public static TheoryData<CallMode> Modes => Cells.CallModes;

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task LocalFileThatNobodyLoads_IsRefusedByTheDriver(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When(static request => request.Sql?.StartsWith("SELECT trap", StringComparison.Ordinal) is true, new LocalFileReply("/etc/hostname"));
        await using MySqlConnection connection = await OpenAsync(server, mode);

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, "SELECT trap"));

        Assert.Contains("LOCAL INFILE", failure.ToString(), StringComparison.Ordinal);
        Assert.True(Assert.Single(server.ReceivedFiles).IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task LocalFileThatIsLoaded_IsReceived(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        string path = Path.GetTempFileName();
        server.When("LOAD DATA", new LocalFileReply(path) { After = new OkReply { AffectedRows = 2 } });
        using X509Certificate2 certificate = TlsServer.CreateCertificate();
        server.Greeting = new ServerGreeting { Certificate = certificate };
        await File.WriteAllTextAsync(path + ".crt", certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(path, "one\ntwo\n");
        var builder = new MySqlConnectionStringBuilder(ConnectionString(server))
        {
            SslMode = MySqlSslMode.VerifyCA, // the driver sends files to nobody else
            SslCa = path + ".crt",
            AllowLoadLocalInfile = true,
        };
        await using var connection = new MySqlConnection(builder.ConnectionString);
        await mode.OpenAsync(connection);

        Assert.Equal(2, await mode.ExecuteAsync(connection, "LOAD DATA"));

        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(Assert.Single(server.ReceivedFiles).Span));
        File.Delete(path);
        File.Delete(path + ".crt");
    }
}
