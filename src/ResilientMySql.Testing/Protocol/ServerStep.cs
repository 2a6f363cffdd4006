namespace ResilientMySql.Testing.Protocol;

/// <summary>What the next bytes from the server are.</summary>
/// <param name="ByteCount">How many they are.</param>
/// <param name="Exchange">The exchange whose answer they belong to; null for the login, and for what nobody asked for.</param>
/// <param name="Progress">How far that answer has come.</param>
/// <param name="EndsAnswer">Whether the answer is known to be complete.</param>
internal readonly record struct ServerStep(int ByteCount, Exchange? Exchange = null, AnswerProgress Progress = default, bool EndsAnswer = false);
