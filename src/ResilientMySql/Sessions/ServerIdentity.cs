namespace ResilientMySql.Sessions;

/// <summary>Which server a session is on, and what it may do there.</summary>
/// <param name="Id">The server's own: <c>server_uuid</c> or <c>server_uid</c>; empty where the server does not tell.</param>
/// <param name="Version">As the server gives it.</param>
/// <param name="IsMariaDb">Whether it is a MariaDB.</param>
/// <param name="IsReadOnly">Whether it takes no writes (<c>read_only</c>, <c>innodb_read_only</c>).</param>
/// <param name="IsEncrypted">Whether the link is encrypted.</param>
/// <param name="Defaults">What sessions start with here.</param>
/// <param name="Schema">The schema that the session was in when it was asked, or null.</param>
/// <param name="Role">Its role then, or null.</param>
/// <param name="HasInitConnect">Whether the server sets its sessions up by itself, which a reset undoes.</param>
internal sealed record ServerIdentity(
    string Id, string Version, bool IsMariaDb, bool IsReadOnly, bool IsEncrypted, SessionDefaults Defaults, string? Schema = null, string? Role = null, bool HasInitConnect = false)
{
    /// <summary>Why <paramref name="other"/> must not take this server's place in the middle of a lease; null where it may.</summary>
    public string? ObjectionTo(ServerIdentity other, ServerChange allowed) => (allowed, other) switch
    {
        (ServerChange.Any, _) => null,
        (ServerChange.None, _) when other.Id != Id => "another server answered",
        (ServerChange.None, _) when other.Version != Version => $"the server is now {other.Version}, and was {Version}",
        _ when other.IsMariaDb != IsMariaDb => $"the server is now {other.Version}, and was {Version}",
        _ when other.IsReadOnly && !IsReadOnly => "the server that answered is read-only, and the lost session could write",
        _ when IsEncrypted && !other.IsEncrypted => "the link to the server that answered is not encrypted, and the lost one was",
        _ => null,
    };
}
