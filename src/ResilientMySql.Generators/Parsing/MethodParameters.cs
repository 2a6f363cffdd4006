namespace ResilientMySql.Generators.Parsing;

/// <summary>A method's parameters: those for the SQL, and the name of its cancellation token.</summary>
internal sealed record MethodParameters(List<MethodParameter> Bound, string? CancellationToken)
{
    /// <summary>
    /// Finds the parameter that the SQL's <paramref name="name"/> means: the one written the same or, since case does not
    /// matter in the names of MySQL's variables, the first that differs in case alone.
    /// </summary>
    public MethodParameter? Find(string name) =>
        Bound.Find(parameter => parameter.Name == name)
        ?? Bound.Find(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
