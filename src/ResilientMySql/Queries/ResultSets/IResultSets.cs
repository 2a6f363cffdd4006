using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>Takes the rows of several result sets in and makes one result of them; a mutable structure of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IResultSets<TResult>
{
    /// <summary>How many result sets the statement has.</summary>
    static abstract int Count { get; }

    /// <summary>The member that each column of a result set fills, as <see cref="IQuery{TResult}.Members"/>; empty for a scalar.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> − 1.</param>
    static abstract ReadOnlySpan<string> MembersOf(int ordinal);

    /// <summary>Takes a row in; whether more of that result set are wanted.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> − 1, ascending.</param>
    /// <param name="row">Valid during the call.</param>
    bool Add<TRow>(int ordinal, ref TRow row)
        where TRow : struct, IRow;

    /// <summary>The result, after the last row of the last result set.</summary>
    /// <exception cref="InvalidOperationException">A row that must be there is missing.</exception>
    TResult Complete();
}
