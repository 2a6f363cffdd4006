using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Diagnostics;

/// <summary>
/// Every diagnostic, by range: RMS1xx the method's shape, RMS2xx parameters, RMS3xx results, RMS4xx SQL, RMS5xx retry
/// safety. Each has a page in docs/diagnostics.
/// </summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor MethodNotPartial = new(
        "RMS101", "Method must be partial and without a body", "The method '{0}' must be partial and without a body, so that its body can be generated",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS101.md");

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "RMS102", "Containing type must be partial", "The type '{0}' must be partial, not local to its file and without in or out type parameters, so that the body of '{1}' can be generated",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS102.md");

    public static readonly DiagnosticDescriptor NoDataSource = new(
        "RMS103", "No data source", "The method '{0}' has no ResilientMySqlDataSource to run on: give '{1}' {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS103.md");

    public static readonly DiagnosticDescriptor AmbiguousDataSource = new(
        "RMS104", "Several data sources", "The method '{0}' could run on any of {1}: keep one ResilientMySqlDataSource in a type",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS104.md");

    public static readonly DiagnosticDescriptor GenericMethod = new(
        "RMS105", "Method must not be generic", "The method '{0}' must not be generic: the columns of a statement have fixed types",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS105.md");

    public static readonly DiagnosticDescriptor BothAttributes = new(
        "RMS106", "Both [Query] and [Execute]", "The method '{0}' has both [Query] and [Execute]: keep [Query] if there is a result set, else [Execute]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS106.md");

    public static readonly DiagnosticDescriptor HiddenDataSource = new(
        "RMS107", "Parameter hides the data source", "The parameter '{0}' hides the primary constructor's data source of the same name: rename one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS107.md");

    public static readonly DiagnosticDescriptor OldLanguage = new(
        "RMS108", "C# is too old", "The body of '{0}' needs C# {1}, and this is C# {2}: set LangVersion, or leave it out",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS108.md");

    public static readonly DiagnosticDescriptor AttributeWithoutEffect = new(
        "RMS109", "Attribute without effect", "[{0}] has no effect on '{1}': {2}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS109.md");

    public static readonly DiagnosticDescriptor BadRegistrar = new(
        "RMS110", "[RegisterQueries] on another method", "The method '{0}' must take one IServiceCollection and return it, or nothing, to register the query classes",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS110.md");

    public static readonly DiagnosticDescriptor NegativeTimeout = new(
        "RMS111", "Negative time limit", "The time limit of '{0}' is negative: give seconds, or 0 for none",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS111.md");

    public static readonly DiagnosticDescriptor UnknownSqlParameter = new(
        "RMS201", "SQL parameter without a method parameter", "The SQL parameter '@{0}' has no method parameter of that name in '{1}': add one, or say [UserVariable(\"{0}\")] if it is a variable of the session",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS201.md");

    public static readonly DiagnosticDescriptor UnusedParameter = new(
        "RMS202", "Method parameter not in the SQL", "The parameter '{0}' is not in the SQL: use it as '@{0}' or remove it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS202.md");

    public static readonly DiagnosticDescriptor UnsupportedParameterType = new(
        "RMS203", "Unsupported parameter type", "The parameter '{0}' has the type '{1}', which has no counterpart in SQL",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS203.md");

    public static readonly DiagnosticDescriptor ReferenceParameter = new(
        "RMS204", "Parameter passed by reference", "The parameter '{0}' must not be ref or out: a statement only takes values",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS204.md");

    public static readonly DiagnosticDescriptor SynchronousCancellation = new(
        "RMS205", "CancellationToken on a synchronous method", "The synchronous method '{1}' cannot honour '{0}': remove the parameter, or return ValueTask",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS205.md");

    public static readonly DiagnosticDescriptor NoCancellationToken = new(
        "RMS206", "No CancellationToken", "The asynchronous method '{0}' takes no CancellationToken: its callers cannot give up",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS206.md");

    public static readonly DiagnosticDescriptor NullableItems = new(
        "RMS207", "List with items that may be null", "The items of '{0}' may be null, which IN never finds and which makes NOT IN find nothing: use a list of a type that is not nullable",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS207.md");

    public static readonly DiagnosticDescriptor ListOutsideIn = new(
        "RMS208", "List outside IN", "'@{0}' is a list and must stand alone in the parentheses after IN, as in 'IN (@{0})'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS208.md");

    public static readonly DiagnosticDescriptor ObjectWithoutMember = new(
        "RMS209", "Object without a member", "'@{0}' is an object: name one of its members, as in '@{0}.{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS209.md");

    public static readonly DiagnosticDescriptor AmbiguousMember = new(
        "RMS210", "Member of several parameters", "'@{0}' may be a member of {1}: say which, as in '@{2}.{0}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS210.md");

    public static readonly DiagnosticDescriptor TimeoutNotTimeSpan = new(
        "RMS211", "Time limit that is no TimeSpan", "The parameter '{0}' is the call's time limit and must be a TimeSpan, not '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS211.md");

    public static readonly DiagnosticDescriptor MisplacedRows = new(
        "RMS212", "Rows outside VALUES", "The members of '{0}' must be named in one group of an INSERT's VALUES, as in 'VALUES (@{0}.Id, @{0}.Name)', of a method that returns int or void",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS212.md");

    public static readonly DiagnosticDescriptor MaxItemsWithoutList = new(
        "RMS213", "[MaxItems] that limits nothing", "[MaxItems] on '{0}' needs a list and a number above 0",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS213.md");

    public static readonly DiagnosticDescriptor ConversionMisfit = new(
        "RMS214", "Conversion that does not fit", "'{0}' cannot be stored as asked for: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS214.md");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = new(
        "RMS301", "Unsupported return type", "The method '{0}' cannot return '{1}': [{2}] returns {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS301.md");

    public static readonly DiagnosticDescriptor TaskReturnType = new(
        "RMS302", "Task as return type", "The method '{0}' must return '{1}' instead of '{2}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS302.md");

    public static readonly DiagnosticDescriptor UnsupportedRowType = new(
        "RMS303", "Unsupported row type", "The type '{0}' cannot hold a row: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS303.md");

    public static readonly DiagnosticDescriptor MisfitOutArguments = new(
        "RMS304", "OUT arguments that do not fit the result", "The procedure of '{0}' gives back {1} values through its arguments, and the method takes {2}: {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS304.md");

    public static readonly DiagnosticDescriptor AsynchronousRows = new(
        "RMS305", "Rows<T> asynchronously", "The method '{0}' cannot be asynchronous: Rows<T> lives on the stack, which nothing can wait on; return IAsyncEnumerable<T>",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS305.md");

    public static readonly DiagnosticDescriptor EmptySql = new(
        "RMS401", "SQL without a statement", "The SQL of '{0}' holds no statement",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS401.md");

    public static readonly DiagnosticDescriptor UnterminatedSql = new(
        "RMS402", "Unterminated quote or comment", "The {0} is opened here and never closed",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS402.md");

    public static readonly DiagnosticDescriptor PositionalPlaceholder = new(
        "RMS403", "Positional placeholder", "The SQL of '{0}' has a positional placeholder: name a method parameter, as in '@id'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS403.md");

    public static readonly DiagnosticDescriptor TextOrFile = new(
        "RMS430", "SQL missing, or there twice", "[{0}] on '{1}' needs either its SQL or [SqlFile]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS430.md");

    public static readonly DiagnosticDescriptor SqlFileNotFound = new(
        "RMS431", "SQL file not found", "{0} of the AdditionalFiles end in '{1}': the method '{2}' needs exactly one, with the ending .sql",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS431.md");

    public static readonly DiagnosticDescriptor SqlNotConstant = new(
        "RMS432", "SQL is not a constant", "The SQL of '{0}' must be a constant: values belong into parameters, never into the text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS432.md");

    public static readonly DiagnosticDescriptor BadProcedure = new(
        "RMS433", "Procedure not understood", "The procedure of '{0}' must be a name and perhaps its arguments, as in 'film_in_stock(@film, @store, OUT count)'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks + "RMS433.md");

    private const string Category = "ResilientMySql";
    private const string HelpLinks = "https://github.com/resilientmysql/resilientmysql/blob/main/docs/diagnostics/";

    private static readonly Dictionary<string, DiagnosticDescriptor> Known = All().ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Get(string id) => Known[id];

    public static IEnumerable<DiagnosticDescriptor> All() =>
    [
        MethodNotPartial, ContainerNotPartial, NoDataSource, AmbiguousDataSource, GenericMethod, BothAttributes, HiddenDataSource,
        OldLanguage, AttributeWithoutEffect, BadRegistrar, NegativeTimeout,
        UnknownSqlParameter, UnusedParameter, UnsupportedParameterType, ReferenceParameter, SynchronousCancellation,
        NoCancellationToken, NullableItems, ListOutsideIn, ObjectWithoutMember, AmbiguousMember, TimeoutNotTimeSpan, MisplacedRows,
        MaxItemsWithoutList, ConversionMisfit,
        UnsupportedReturnType, TaskReturnType, UnsupportedRowType, MisfitOutArguments, AsynchronousRows,
        EmptySql, UnterminatedSql, PositionalPlaceholder, TextOrFile, SqlFileNotFound, SqlNotConstant, BadProcedure,
        .. FindingDescriptors.All(),
    ];
}
