namespace ResilientMySql.Failures;

/// <summary>A server answered that must not take the lost one's place; another one, or the same one later, may.</summary>
internal sealed class UnfitServerException(string message) : Exception(message);
