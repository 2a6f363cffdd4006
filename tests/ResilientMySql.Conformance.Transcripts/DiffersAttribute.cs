using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>
/// The two libraries differ here on purpose, in exactly the way that is recorded in Differences/, for the reason that
/// docs/differences.md gives.
/// </summary>
/// <param name="key">The key of the row.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiffersAttribute(string key) : Attribute
{
    /// <summary>They differ on one server only.</summary>
    public DiffersAttribute(string key, ServerEngine engine)
        : this(key) => Engine = engine;

    /// <summary>The key of the row.</summary>
    public string Key => key;

    /// <summary>The one server where they differ; null for both.</summary>
    public ServerEngine? Engine { get; }
}
