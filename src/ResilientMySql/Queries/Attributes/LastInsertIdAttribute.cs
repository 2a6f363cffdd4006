namespace ResilientMySql.Queries;

/// <summary>
/// The method of an <see cref="ExecuteAttribute"/> returns the id that AUTO_INCREMENT gave to the first row inserted (0 where it gave
/// none), as the server tells with its answer: int, uint, long or ulong.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LastInsertIdAttribute : Attribute;
