namespace ResilientMySql.Queries;

/// <summary>Marks a partial method that calls a stored procedure; the generator writes its body.</summary>
/// <remarks>
/// The method's parameters are the procedure's, in order; <see langword="out"/> and <see langword="ref"/> parameters, which only a
/// synchronous method can have, are its OUT and INOUT parameters. Where the list is written out, as in
/// <c>film_in_stock(@film, @store, OUT count)</c>, the result's members take the OUT and INOUT parameters in order. Otherwise the
/// return type is that of a <see cref="QueryAttribute"/> over the procedure's result set, or <see langword="void"/>.
/// A call is never repeated when its outcome is unknown: nobody can see what a procedure does.
/// </remarks>
/// <param name="procedure">The procedure's name, with its schema where that is another, and perhaps its argument list.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProcedureAttribute(string procedure) : StatementAttribute
{
    /// <summary>The procedure's name and perhaps its argument list.</summary>
    public string Procedure { get; } = procedure;
}
