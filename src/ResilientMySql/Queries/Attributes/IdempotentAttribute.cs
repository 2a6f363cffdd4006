namespace ResilientMySql.Queries;

/// <summary>
/// Promises that running the statement twice does what running it once does, so that it may be repeated when its session died under
/// it and nobody knows whether it ran. Without it no write is ever repeated.
/// </summary>
/// <remarks>Inside a transaction nothing is repeated, whatever was promised.</remarks>
/// <param name="reason">Why that is so, for the next reader: "sets absolute values by primary key". Must not be empty.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdempotentAttribute(string reason) : Attribute
{
    /// <summary>Why running twice does what running once does.</summary>
    public string Reason { get; } = reason;
}
