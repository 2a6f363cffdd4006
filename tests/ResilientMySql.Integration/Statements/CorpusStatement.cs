using ResilientMySql.Statements;

namespace ResilientMySql.Integration.Statements;

/// <summary>A statement and what it is to be taken for.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Kind">What the classifier is to find.</param>
/// <param name="Dialects">The servers that understand it.</param>
/// <param name="Asks">Whether it uses one-shot state.</param>
/// <param name="IsIdle">Whether it is only understood, and cannot succeed as it stands.</param>
internal sealed record CorpusStatement(string Sql, StatementKind Kind, ServerDialects Dialects, bool Asks, bool IsIdle);
