using System.Reflection;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>One thing that is done to both libraries alike.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="Method">Where its attributes are.</param>
/// <param name="RunAsync">Does it, and writes down what happens.</param>
public sealed record ConformanceCase(string Name, MethodInfo Method, Func<Ground, Transcript, Task> RunAsync)
{
    /// <summary>The row of docs/differences.md that explains why the transcripts differ; null where they must not.</summary>
    public string? Difference => Method.GetCustomAttribute<DiffersAttribute>()?.Key;

    /// <summary>Whether the transcripts differ on that server.</summary>
    public bool DiffersOn(ServerEngine engine) =>
        Method.GetCustomAttribute<DiffersAttribute>() is { } differs && (differs.Engine ?? engine) == engine;

    /// <summary>Whether the case makes sense on that server.</summary>
    public bool RunsOn(ServerEngine engine) => Method.GetCustomAttribute<OnlyAttribute>() is not { } only || only.Engine == engine;
}
