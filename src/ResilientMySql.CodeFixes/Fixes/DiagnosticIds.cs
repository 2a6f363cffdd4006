using ResilientMySql.Generators.Diagnostics;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>The ids of the diagnostics that have a fix.</summary>
internal static class DiagnosticIds
{
    public static readonly string MethodNotPartial = Descriptors.MethodNotPartial.Id;
    public static readonly string ContainerNotPartial = Descriptors.ContainerNotPartial.Id;
    public static readonly string HiddenDataSource = Descriptors.HiddenDataSource.Id;
    public static readonly string UnknownSqlParameter = Descriptors.UnknownSqlParameter.Id;
    public static readonly string UnusedParameter = Descriptors.UnusedParameter.Id;
    public static readonly string SynchronousCancellation = Descriptors.SynchronousCancellation.Id;
    public static readonly string NoCancellationToken = Descriptors.NoCancellationToken.Id;
    public static readonly string TaskReturnType = Descriptors.TaskReturnType.Id;
    public static readonly string PositionalPlaceholder = Descriptors.PositionalPlaceholder.Id;

    /// <summary>Found in the text of the statement.</summary>
    public const string NullableColumn = "RMS313";

    /// <summary>Found in the text of the statement.</summary>
    public const string SelectStar = "RMS408";
}
