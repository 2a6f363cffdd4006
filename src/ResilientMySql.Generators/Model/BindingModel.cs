namespace ResilientMySql.Generators.Model;

/// <summary>A placeholder, filled from one of the struct's fields.</summary>
internal sealed record BindingModel(string FieldName, ScalarModel Scalar);
