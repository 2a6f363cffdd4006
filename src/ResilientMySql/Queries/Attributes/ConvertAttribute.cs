namespace ResilientMySql.Queries;

/// <summary>A value is stored as another type, which <typeparamref name="TConverter"/> makes of it; NULL is left alone.</summary>
/// <typeparam name="TConverter">An <see cref="IColumnConverter{TValue, TColumn}"/> for the value's type.</typeparam>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class ConvertAttribute<TConverter> : Attribute;
