namespace ResilientMySql.Testing.Scripting;

/// <summary>What a scripted server has received.</summary>
/// <param name="ConnectionId">The number of the connection, from 1; also its id in the greeting.</param>
/// <param name="Command">What was asked for; <see cref="ServerCommand.Connect"/> for the login.</param>
/// <param name="Sql">The text of a query, of a statement to prepare, or of the prepared statement that is run; otherwise null.</param>
/// <param name="Payload">The request as it came, command byte first; of the login, the client's whole answer to the greeting.</param>
public sealed record ReceivedRequest(int ConnectionId, ServerCommand Command, string? Sql, ReadOnlyMemory<byte> Payload);
