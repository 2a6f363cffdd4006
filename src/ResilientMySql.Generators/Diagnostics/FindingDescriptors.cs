using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Diagnostics;

/// <summary>The diagnostics that <see cref="SqlFindings"/> leads to. Each has a page in docs/diagnostics.</summary>
internal static class FindingDescriptors
{
    public static readonly DiagnosticDescriptor SurplusColumns = new(
        FindingIds.SurplusColumns, "More columns than members", "The statement selects {0}, and its result takes {1}: remove the rest, or add members that take it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.SurplusColumns + ".md");

    public static readonly DiagnosticDescriptor MissingColumns = new(
        FindingIds.MissingColumns, "Fewer columns than members", "The statement selects {0}, and nothing is left for {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.MissingColumns + ".md");

    public static readonly DiagnosticDescriptor ColumnName = new(
        FindingIds.ColumnName, "Column named like another member", "The column is named '{0}', and the row expects '{1}' in its place: reorder the select list, or name the column with AS",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.ColumnName + ".md");

    public static readonly DiagnosticDescriptor NullableColumn = new(
        FindingIds.NullableColumn, "NULL for a member that cannot hold it", "The column may be NULL, which '{0}' cannot hold: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.NullableColumn + ".md");

    public static readonly DiagnosticDescriptor NoResultSet = new(
        FindingIds.NoResultSet, "[Query] without a result set", "{0} has no result set for [Query] to read: use [Execute]",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.NoResultSet + ".md");

    public static readonly DiagnosticDescriptor IgnoredResultSet = new(
        FindingIds.IgnoredResultSet, "[Execute] with a result set", "{0} has a result set, which [Execute] does not read: use [Query]",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.IgnoredResultSet + ".md");

    public static readonly DiagnosticDescriptor HiddenParameter = new(
        FindingIds.HiddenParameter, "Parameter in quotes or in a comment", "'@{0}' stands {1} and is no parameter there",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.HiddenParameter + ".md");

    public static readonly DiagnosticDescriptor ParameterInExecutableComment = new(
        FindingIds.ParameterInExecutableComment, "Parameter in an executable comment", "'{0}' stands in a comment that servers run and the driver skips: it is never bound",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.ParameterInExecutableComment + ".md");

    public static readonly DiagnosticDescriptor DriverReadsOtherwise = new(
        FindingIds.DriverReadsOtherwise, "Text that the driver reads otherwise", "The driver does not read '{0}' as the servers do, so that values would be bound to other places: put blanks around parameters, strings and comments",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.DriverReadsOtherwise + ".md");

    public static readonly DiagnosticDescriptor DependsOnSqlMode = new(
        FindingIds.DependsOnSqlMode, "Parameters depend on sql_mode", "Whether '{0}' is a parameter depends on sql_mode, since {1} lets quotes end elsewhere: write no backslash before a quote",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.DependsOnSqlMode + ".md");

    public static readonly DiagnosticDescriptor SelectStar = new(
        FindingIds.SelectStar, "SELECT *", "'{0}' selects whatever columns there are when the statement runs: name the columns",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.SelectStar + ".md");

    public static readonly DiagnosticDescriptor EveryRow = new(
        FindingIds.EveryRow, "UPDATE or DELETE without WHERE", "{0} without WHERE reaches every row: add WHERE, or WHERE TRUE if that is meant",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.EveryRow + ".md");

    public static readonly DiagnosticDescriptor LimitWithoutOrder = new(
        FindingIds.LimitWithoutOrder, "LIMIT without ORDER BY", "Which row LIMIT lets through is left to the server: add ORDER BY",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.LimitWithoutOrder + ".md");

    public static readonly DiagnosticDescriptor NullComparison = new(
        FindingIds.NullComparison, "Comparison with NULL", "A comparison with NULL by '{0}' is never true: write {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.NullComparison + ".md");

    public static readonly DiagnosticDescriptor NullableComparison = new(
        FindingIds.NullableComparison, "Comparison with a parameter that may be null", "'@{0}' may be null, and nothing equals NULL: use <=> if null is to find NULL",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.NullableComparison + ".md");

    public static readonly DiagnosticDescriptor SeveralResults = new(
        FindingIds.SeveralResults, "Several results for a method that takes one", "A further statement {0}, and the method takes one result only",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.SeveralResults + ".md");

    public static readonly DiagnosticDescriptor UnboundedList = new(
        FindingIds.UnboundedList, "List of any length", "'{0}' may be of any length: bound it with [MaxItems]",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.UnboundedList + ".md");

    public static readonly DiagnosticDescriptor LockOutsideTransaction = new(
        FindingIds.LockOutsideTransaction, "Locking read outside of a transaction", "{0} locks rows until the transaction ends, which on a data source is when the method returns: run it on a transaction",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.LockOutsideTransaction + ".md");

    public static readonly DiagnosticDescriptor NotIdempotent = new(
        FindingIds.NotIdempotent, "Not idempotent", "Running this twice is not like running it once: {0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.NotIdempotent + ".md");

    public static readonly DiagnosticDescriptor EmptyReason = new(
        FindingIds.EmptyReason, "[Idempotent] without a reason", "[Idempotent] needs a reason: say why running twice is like running once",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.EmptyReason + ".md");

    public static readonly DiagnosticDescriptor NeedlessPromise = new(
        FindingIds.NeedlessPromise, "Needless [Idempotent]", "[Idempotent] is needless: the statement changes nothing, and is repeated without it",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.NeedlessPromise + ".md");

    public static readonly DiagnosticDescriptor VainPromise = new(
        FindingIds.VainPromise, "[Idempotent] in vain", "[Idempotent] changes nothing: {0}, and such a statement is never repeated",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + FindingIds.VainPromise + ".md");

    private const string Category = "ResilientMySql";
    private const string HelpLinks = "https://github.com/resilientmysql/resilientmysql/blob/main/docs/diagnostics/";

    public static IEnumerable<DiagnosticDescriptor> All() =>
    [
        SurplusColumns, MissingColumns, ColumnName, NullableColumn, NoResultSet, IgnoredResultSet,
        HiddenParameter, ParameterInExecutableComment, DriverReadsOtherwise, DependsOnSqlMode, SelectStar, EveryRow,
        LimitWithoutOrder, NullComparison, NullableComparison, SeveralResults, UnboundedList, LockOutsideTransaction,
        NotIdempotent, EmptyReason, NeedlessPromise, VainPromise,
    ];
}
