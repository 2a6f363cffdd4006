namespace ResilientMySql.Generators.Model;

/// <summary>What a method runs its SQL with.</summary>
internal sealed record CallModel
{
    public required SqlModel? Sql { get; init; }

    public required HostModel? Host { get; init; }

    public required ResultModel? Result { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The method's cancellation token, or <c>default</c>.</summary>
    public required string CancellationToken { get; init; }

    /// <summary>The call's time limit, as an argument for <c>WithTimeout</c>; null for the connection string's.</summary>
    public required string? Timeout { get; init; }

    /// <summary>Why the statement may run twice, in its author's words, or null.</summary>
    public required string? IdempotenceReason { get; init; }

    /// <summary>The names after an @ that are variables of the session.</summary>
    public required EquatableArray<string> UserVariables { get; init; }

    public required GeneratedNames Names { get; init; }
}
