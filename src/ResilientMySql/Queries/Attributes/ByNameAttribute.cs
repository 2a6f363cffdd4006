namespace ResilientMySql.Queries;

/// <summary>An enum is stored as the name of its member, as in a column of type ENUM, instead of as its number.</summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue | AttributeTargets.Enum)]
public sealed class ByNameAttribute : Attribute;
