namespace ResilientMySql.Generators.Model;

/// <summary>What parsing makes of an attributed method; no model where no generated part could be added to it.</summary>
internal sealed record ParsedMethod(MethodModel? Method, EquatableArray<DiagnosticInfo> Diagnostics);
