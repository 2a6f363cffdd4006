namespace ResilientMySql.Generators.Model;

/// <summary>A value that the statement carries.</summary>
/// <param name="Type">Its type in the struct.</param>
/// <param name="FieldName">Its name there.</param>
/// <param name="Parameter">The method's parameter that it comes from.</param>
internal sealed record ArgumentModel(string Type, string FieldName, ParameterModel Parameter);
