namespace ResilientMySql.Statements;

/// <summary>A name that may stand before a parenthesis.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Kind">What the call does.</param>
/// <param name="Dialects">The servers on which it is built in.</param>
/// <param name="TakesBlank">Whether it is still built in with a blank before the parenthesis.</param>
internal readonly record struct KnownFunction(string Name, FunctionKind Kind, ServerDialects Dialects, bool TakesBlank);
