using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>A hand-written command as the method that it can become.</summary>
/// <param name="Method">The method.</param>
/// <param name="Span">All that the command needed, from its creation (or the list's) to its last use.</param>
/// <param name="Prefix">What stands before the new call in the one statement that is left.</param>
/// <param name="Call">The old call, which says how the new one is awaited.</param>
/// <param name="Suffix">What stands behind the new call.</param>
internal sealed record CommandUse(QueryMethod Method, TextSpan Span, string Prefix, CommandCall Call, string Suffix);
