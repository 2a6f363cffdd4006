namespace ResilientMySql.Testing.Protocol;

/// <summary>What the next bytes from the client are.</summary>
/// <param name="Kind">What is to be done with them.</param>
/// <param name="ByteCount">How many they are.</param>
/// <param name="Exchange">The request that they belong to, from its announcement on.</param>
/// <param name="EndsRequest">Whether the request is complete with them.</param>
internal readonly record struct ClientStep(ClientStepKind Kind, int ByteCount, Exchange? Exchange = null, bool EndsRequest = false);
