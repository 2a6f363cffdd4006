using System.Diagnostics;
using System.Net.Security;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>Lets any client in. MySQL Internals, "Connection Phase".</summary>
internal sealed class ScriptedLogin(Stream stream, int connectionId, ServerGreeting greeting)
{
    private const Capabilities Supported =
        Capabilities.LongPassword | Capabilities.FoundRows | Capabilities.LongFlag | Capabilities.ConnectWithDatabase |
        Capabilities.LocalFiles | Capabilities.Protocol41 | Capabilities.Transactions | Capabilities.SecureConnection |
        Capabilities.MultiStatements | Capabilities.MultiResults | Capabilities.PreparedMultiResults | Capabilities.PluginAuth |
        Capabilities.ConnectAttributes | Capabilities.PluginAuthLengthEncoded;

    private static readonly byte[] Scramble = "scriptedscriptedscri"u8.ToArray();

    /// <summary>What both sides can do; known when the client is in.</summary>
    public Capabilities Capabilities { get; private set; }

    /// <summary>The client's answer to the greeting.</summary>
    public byte[] Response { get; private set; } = [];

    private Capabilities Offered =>
        Supported
        | (greeting.DeprecatesEof ? Capabilities.DeprecateEof : Capabilities.None)
        | (greeting.Certificate is null ? Capabilities.None : Capabilities.Ssl);

    private string PluginName => greeting.Authentication switch
    {
        AuthenticationPlugin.NativePassword => "mysql_native_password",
        AuthenticationPlugin.CachingSha2 => "caching_sha2_password",
        _ => throw new UnreachableException(),
    };

    /// <summary>Goes through the login; null where the client has gone or was refused.</summary>
    public async Task<PacketStream?> RunAsync(CancellationToken stopping)
    {
        var packets = new PacketStream(stream);
        await packets.WriteAsync(Greet(), stopping).ConfigureAwait(false);
        byte[]? response = await packets.ReadAsync(stopping).ConfigureAwait(false);
        if (response is not null && IsSslRequest(response))
        {
            packets = await EncryptAsync(packets.Sequence, stopping).ConfigureAwait(false);
            response = await packets.ReadAsync(stopping).ConfigureAwait(false);
        }

        if (response is null)
            return null;

        Response = response;
        Capabilities = Offered & Login.ReadResponse(response).GetValueOrDefault();
        return await AdmitAsync(packets, stopping).ConfigureAwait(false) ? packets : null;
    }

    private ReadOnlyMemory<byte> Greet()
    {
        var capabilities = (uint)Offered;
        return new PayloadWriter()
            .Byte(10)
            .NullTerminated(greeting.ServerVersion)
            .UInt32((uint)connectionId)
            .Bytes(Scramble.AsSpan(0, 8)).Byte(0)
            .UInt16((ushort)capabilities)
            .Byte(255) // utf8mb4
            .UInt16((ushort)ServerStatus.Autocommit)
            .UInt16((ushort)(capabilities >> 16))
            .Byte((byte)(Scramble.Length + 1))
            .Zeros(10)
            .Bytes(Scramble.AsSpan(8)).Byte(0)
            .NullTerminated(PluginName)
            .Payload;
    }

    private static bool IsSslRequest(byte[] response) =>
        Login.ReadResponse(response) is { } asked && Login.IsSslRequest(asked, response.Length);

    private async Task<PacketStream> EncryptAsync(byte sequence, CancellationToken stopping)
    {
        var encrypted = new SslStream(stream, leaveInnerStreamOpen: true);
        var options = new SslServerAuthenticationOptions { ServerCertificate = greeting.Certificate };
        await encrypted.AuthenticateAsServerAsync(options, stopping).ConfigureAwait(false);
        return new PacketStream(encrypted) { Sequence = sequence };
    }

    private async Task<bool> AdmitAsync(PacketStream packets, CancellationToken stopping)
    {
        if (greeting.Refusal is { } refusal)
        {
            await packets.WriteAsync(refusal.Payload, stopping).ConfigureAwait(false);
            return false;
        }

        if (greeting.Authentication is AuthenticationPlugin.CachingSha2)
        {
            byte[] fastAuthenticationSucceeded = [0x01, 0x03];
            await packets.WriteAsync(fastAuthenticationSucceeded, stopping).ConfigureAwait(false);
        }

        await packets.WriteAsync(ServerPackets.Ok(0x00, 0, 0, ServerStatus.Autocommit), stopping).ConfigureAwait(false);
        return true;
    }
}
