using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>The case is about something that only one of the servers has.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnlyAttribute(ServerEngine engine) : Attribute
{
    /// <summary>That server.</summary>
    public ServerEngine Engine => engine;
}
