using Microsoft.CodeAnalysis;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>A call as the method that it can become.</summary>
internal sealed record QueryMethod
{
    public required QueryShape Shape { get; init; }

    public required ConstantSql Sql { get; init; }

    /// <summary>The row or the value, with its nullability; null for the number of rows affected.</summary>
    public required ITypeSymbol? Row { get; init; }

    public required bool IsAsync { get; init; }

    /// <summary>The connection or the transaction, as it is written at the call.</summary>
    public required HostArgument Host { get; init; }

    public required IReadOnlyList<QueryParameter> Parameters { get; init; }

    /// <summary>Seconds, as they are written at the call; null where the connection string decides.</summary>
    public string? CommandTimeout { get; init; }

    /// <summary>The token that the call passes; null where it passes none.</summary>
    public string? CancellationToken { get; init; }
}
