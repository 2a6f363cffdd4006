namespace ResilientMySql.Generators.Model;

/// <summary>A partial method to implement, and what it runs; without a statement it can only throw.</summary>
internal sealed record MethodModel(DeclarationModel Declaration, StatementModel? Statement, EquatableArray<string> Mistakes);
