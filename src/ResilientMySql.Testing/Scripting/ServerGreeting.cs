using System.Security.Cryptography.X509Certificates;

namespace ResilientMySql.Testing.Scripting;

/// <summary>What a scripted server says of itself to a client that connects.</summary>
public sealed record ServerGreeting
{
    /// <summary>The version; MariaDB's contain its name.</summary>
    public string ServerVersion { get; init; } = "8.4.0-scripted";

    /// <summary>How it asks for the password.</summary>
    public AuthenticationPlugin Authentication { get; init; } = AuthenticationPlugin.NativePassword;

    /// <summary>With a certificate that has its key, TLS is offered; without one it is not.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether the server can do without EOF packets (CLIENT_DEPRECATE_EOF), as MySQL and MariaDB can.</summary>
    public bool DeprecatesEof { get; init; } = true;

    /// <summary>What it says to the client's login instead of OK, such as error 1045; the connection then ends.</summary>
    public ErrorReply? Refusal { get; init; }
}
