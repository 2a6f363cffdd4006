namespace ResilientMySql.Queries;

/// <summary>
/// Marks <c>static partial IServiceCollection AddQueries(this IServiceCollection services)</c>, whatever its name: the generator writes
/// a body that registers every class of the assembly that has generated methods, and the interfaces it implements.
/// </summary>
/// <remarks>A class that runs on a data source is a singleton, one that runs on a connection is scoped.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegisterQueriesAttribute : Attribute;
