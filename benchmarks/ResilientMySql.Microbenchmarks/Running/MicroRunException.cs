namespace ResilientMySql.Microbenchmarks.Running;

/// <summary>A benchmark failed, or there was none: there is nothing to write.</summary>
internal sealed class MicroRunException(string message) : Exception(message);
