using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>
/// An INSERT or REPLACE of as many rows as there are, in three parts: the statement is <see cref="Head"/>, then <see cref="Row"/>
/// once a row with commas between, then <see cref="Tail"/>.
/// </summary>
/// <remarks>The arguments are asked for more than once, and must be the same each time.</remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IBulkStatement
{
    /// <summary>What stands before the rows, up to and with VALUES and the blank behind it.</summary>
    static abstract string Head { get; }

    /// <summary>One row, in parentheses, with one <c>?</c> for each call that <see cref="BindRow"/> makes on its sink.</summary>
    static abstract string Row { get; }

    /// <summary>What stands behind the rows, beginning with a blank; empty where nothing does.</summary>
    static abstract string Tail { get; }

    /// <summary>How many rows there are.</summary>
    int RowCount { get; }

    /// <summary>Gives the arguments of <see cref="Head"/> to <paramref name="sink"/>, in the order of the placeholders.</summary>
    void BindHead<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink;

    /// <summary>Gives the arguments of a row to <paramref name="sink"/>, in the order of the placeholders.</summary>
    /// <param name="row">0 to <see cref="RowCount"/> − 1.</param>
    /// <param name="sink">Where they go.</param>
    void BindRow<TSink>(int row, ref TSink sink)
        where TSink : struct, IParameterSink;

    /// <summary>Gives the arguments of <see cref="Tail"/> to <paramref name="sink"/>, in the order of the placeholders.</summary>
    void BindTail<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink;
}
