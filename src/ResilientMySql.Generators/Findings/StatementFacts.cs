using ResilientMySql.Generators.Effects;

namespace ResilientMySql.Generators.Findings;

/// <summary>A statement and what its method tells of it.</summary>
internal sealed record StatementFacts
{
    /// <summary>The statement as its author wrote it.</summary>
    public required string Sql { get; init; }

    /// <summary>Whether the method has [Query]; else it has [Execute].</summary>
    public required bool IsQuery { get; init; }

    public required TakenResult Result { get; init; }

    /// <summary>The members that the columns fill, in order; null where there is no row, or several kinds of them.</summary>
    public IReadOnlyList<MemberFact>? Members { get; init; }

    public StatementHost Host { get; init; }

    /// <summary>Whether the method has [Idempotent].</summary>
    public bool IsDeclaredIdempotent { get; init; }

    /// <summary>The reason that [Idempotent] gives.</summary>
    public string? IdempotentReason { get; init; }

    /// <summary>What the SQL may name, expanded members (<c>city.Name</c>) included.</summary>
    public IReadOnlyList<ParameterFact> Parameters { get; init; } = [];

    /// <summary>The names in [UserVariable].</summary>
    public IReadOnlyList<string> UserVariables { get; init; } = [];

    public bool IsUserVariable(string name) => UserVariables.Contains(name, StringComparer.OrdinalIgnoreCase);

    public bool HasParameter(string name) =>
        Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
}
