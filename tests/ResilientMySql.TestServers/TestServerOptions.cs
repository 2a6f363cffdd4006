namespace ResilientMySql.TestServers;

/// <summary>What one test wants different from the usual private server.</summary>
public sealed record TestServerOptions
{
    /// <summary>The usual private server.</summary>
    public static TestServerOptions Default { get; } = new();

    /// <summary>Options for the server's command line, after our own and therefore stronger, such as <c>--max-connections=3</c>.</summary>
    public IReadOnlyList<string> ServerArguments { get; init; } = [];

    /// <summary>Whether a server that makes no certificate itself is given one, so that its connections can be encrypted.</summary>
    public bool HasCertificate { get; init; }

    /// <summary>How long a start may take until the server accepts connections.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
