using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>What a fix does to a file, and what it is called in the editor.</summary>
internal sealed record MethodEdit(string Title, IReadOnlyList<TextChange> Changes);
