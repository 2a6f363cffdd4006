namespace ResilientMySql.Queries;

/// <summary>
/// A synchronous method gets an asynchronous sibling: <c>NameAsync</c>, with the same parameters and a
/// <see cref="CancellationToken"/>, which returns a <c>ValueTask</c> of the same result, or an <c>IAsyncEnumerable</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GenerateAsyncAttribute : Attribute;
