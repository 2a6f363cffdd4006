namespace ResilientMySql.Wire;

/// <summary>The server has sent what the protocol does not allow. Nothing that follows can be trusted: the session is to be given up.</summary>
internal sealed class WireProtocolException(string message) : IOException(message);
