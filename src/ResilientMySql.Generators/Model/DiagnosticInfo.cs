namespace ResilientMySql.Generators.Model;

/// <summary>A diagnostic to report: the id of its descriptor, where, and what fills the message.</summary>
internal sealed record DiagnosticInfo(string Id, SourceSpan Location, EquatableArray<string> Arguments);
