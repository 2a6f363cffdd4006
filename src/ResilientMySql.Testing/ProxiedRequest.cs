namespace ResilientMySql.Testing;

/// <summary>One request of a client, as a proxy sees it before anything is done with it.</summary>
/// <param name="ConnectionId">The number of the connection, from 1, in the order in which clients connected to the proxy.</param>
/// <param name="Number">The number of the request on its connection, from 1; 0 for the connecting itself.</param>
/// <param name="Command">What is asked for; <see cref="ServerCommand.Unseen"/> where the connection is encrypted or compressed.</param>
/// <param name="Sql">
/// The text of a query, of a statement to prepare, or of the prepared statement that is used; otherwise null. Of a request
/// longer than 1 MiB only what its first MiB holds. Query attributes are not part of it.
/// </param>
public sealed record ProxiedRequest(int ConnectionId, long Number, ServerCommand Command, string? Sql)
{
    /// <summary>Whether the server answers it; it leaves three commands unanswered.</summary>
    public bool HasAnswer => Command is not (ServerCommand.Quit or ServerCommand.CloseStatement or ServerCommand.SendLongData);
}
