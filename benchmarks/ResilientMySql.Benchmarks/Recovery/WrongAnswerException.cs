namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>An answer was not the right one: no failure that an outage may cause, and the end of the run.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
