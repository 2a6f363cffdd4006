namespace ResilientMySql.Generators.Model;

/// <summary>What fills a placeholder.</summary>
/// <param name="FieldName">The struct's field.</param>
/// <param name="Property">The member of the field's object, or of its items; null for the field itself.</param>
/// <param name="Scalar">What is bound.</param>
/// <param name="List">Where the field is a collection.</param>
internal sealed record BindingModel(string FieldName, string? Property, ScalarModel Scalar, ListModel? List);
