namespace ResilientMySql;

/// <summary>Which server may take the place of the one that a session was lost on, in the middle of its use.</summary>
/// <remarks>What a connection is opened to is not concerned: nothing is owed to its user yet.</remarks>
public enum ServerChange
{
    /// <summary>
    /// Another server will do if it is no worse: of the same kind (MySQL or MariaDB), writable if the lost one was, encrypted if
    /// the lost link was. The default: a failover goes on, a demoted server is not taken.
    /// </summary>
    Equivalent,

    /// <summary>Whatever answers.</summary>
    Any,

    /// <summary>Only the very same server: the same <c>server_uuid</c> (MariaDB: <c>server_uid</c>) and version.</summary>
    None,
}
