using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>A statement and its arguments, as generated code hands them to <see cref="QueryRunner"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IStatement
{
    /// <summary>The statement with one <c>?</c> for each argument; for a list, too, which stands alone in its parentheses.</summary>
    static abstract string CommandText { get; }

    /// <summary>
    /// Whether its author says that running it twice does what running it once does. A write is then repeated where its session dies
    /// before it is answered, unless a transaction is open. Does nothing for statements that commit, or leave state on the session.
    /// </summary>
    static virtual bool IsDeclaredIdempotent => false;

    /// <summary>Which placeholders are lists: their ordinals, zero-based and ascending.</summary>
    static virtual ReadOnlySpan<int> Lists => [];

    /// <summary>How many items a list has; asked only of statements that have lists, and must not change while the call runs.</summary>
    /// <param name="list">Its index in <see cref="Lists"/>.</param>
    int CountOf(int list) => 0;

    /// <summary>
    /// Gives every argument to <paramref name="sink"/>, in the order of the placeholders; of a list, as many as
    /// <see cref="ListSizes.Places"/> says.
    /// </summary>
    void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink;
}
