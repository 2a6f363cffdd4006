namespace ResilientMySql.Generators.Findings;

/// <summary>The ids of what <see cref="SqlFindings"/> finds: RMS31x results, RMS4xx SQL, RMS5xx retry safety.</summary>
internal static class FindingIds
{
    public const string SurplusColumns = "RMS310";
    public const string MissingColumns = "RMS311";
    public const string ColumnName = "RMS312";
    public const string NullableColumn = "RMS313";
    public const string NoResultSet = "RMS314";
    public const string IgnoredResultSet = "RMS315";

    public const string HiddenParameter = "RMS404";
    public const string ParameterInExecutableComment = "RMS405";
    public const string DriverReadsOtherwise = "RMS406";
    public const string DependsOnSqlMode = "RMS407";
    public const string SelectStar = "RMS408";
    public const string EveryRow = "RMS409";
    public const string LimitWithoutOrder = "RMS410";
    public const string NullComparison = "RMS411";
    public const string NullableComparison = "RMS412";
    public const string SeveralResults = "RMS413";
    public const string UnboundedList = "RMS414";
    public const string LockOutsideTransaction = "RMS415";

    public const string NotIdempotent = "RMS501";
    public const string EmptyReason = "RMS502";
    public const string NeedlessPromise = "RMS503";
    public const string VainPromise = "RMS504";
}
