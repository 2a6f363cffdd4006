using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>A call of a stored procedure that has OUT or INOUT arguments.</summary>
/// <remarks>One that has none is a statement like any other: <c>CALL name(?, ?)</c>.</remarks>
/// <typeparam name="TResult">What the arguments make on their way out: a value, or a tuple of them.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IProcedure<TResult>
{
    /// <summary>Its name as SQL has it: with its schema, or in backticks, where it needs them.</summary>
    static abstract string Name { get; }

    /// <summary>All arguments in the procedure's order, with at least one OUT or INOUT.</summary>
    static abstract ReadOnlySpan<ProcedureArgument> Arguments { get; }

    /// <summary>Gives the IN and INOUT arguments to <paramref name="sink"/>, in the procedure's order.</summary>
    void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink;

    /// <summary>Reads the OUT and INOUT arguments, in the procedure's order: the first one has the ordinal 0.</summary>
    static abstract TResult ReadOut<TRow>(ref TRow row)
        where TRow : struct, IRow;
}
