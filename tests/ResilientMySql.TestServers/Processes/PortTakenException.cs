namespace ResilientMySql.TestServers.Processes;

/// <summary>Somebody took the port between our choosing it and the server's binding it.</summary>
internal sealed class PortTakenException(int port) : InvalidOperationException($"Port {port} of 127.0.0.1 is taken by another program.");
