using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A column's type and values of it, its extremes among them, all as SQL.</summary>
/// <param name="Type">As a table's definition has it.</param>
/// <param name="Getter">The number of the getter that reads it.</param>
/// <param name="Values">Literals, without NULL.</param>
internal sealed record ColumnSample(string Type, int Getter, params string[] Values)
{
    /// <summary>The server that alone has the type; null for both.</summary>
    public ServerEngine? Only { get; init; }

    /// <summary>A value by chance.</summary>
    public Func<Random, string>? Next { get; init; }

    public bool IsFor(ServerEngine engine) => Only is null || Only == engine;

    /// <summary>One of the values, or one by chance.</summary>
    public string Pick(Random random) => Next is { } next && random.Next(3) > 0 ? next(random) : Values[random.Next(Values.Length)];
}
