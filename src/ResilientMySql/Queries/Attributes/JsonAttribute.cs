using System.Text.Json.Serialization;

namespace ResilientMySql.Queries;

/// <summary>A value is stored as JSON, by the metadata that <typeparamref name="TContext"/> was generated with: no reflection.</summary>
/// <typeparam name="TContext">A source-generated context that has the value's type.</typeparam>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue
    | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class JsonAttribute<TContext> : Attribute
    where TContext : JsonSerializerContext;
