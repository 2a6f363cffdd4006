namespace ResilientMySql.Generators.Model;

/// <summary>What lies between a value and the scalar that is sent or read.</summary>
/// <param name="Kind">How it is done.</param>
/// <param name="Type">The value's type, without a question mark.</param>
/// <param name="Via">The converter, or the serializer's context; empty where none is needed.</param>
internal sealed record ConversionModel(ConversionKind Kind, string Type, string Via = "");
