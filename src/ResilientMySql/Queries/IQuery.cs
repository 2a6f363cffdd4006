using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>A statement whose rows are read as <typeparamref name="TResult"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IQuery<TResult> : IStatement
    where TResult : allows ref struct
{
    /// <summary>
    /// The member that each column fills, in the order of the columns; empty for a scalar, which takes the first column
    /// whatever it is called.
    /// </summary>
    /// <remarks>
    /// Compared with the server's column names (without regard to case and underscores) when the statement is first run on a
    /// session, so that a reordered select list is an error and not a wrong answer.
    /// </remarks>
    static virtual ReadOnlySpan<string> Members => [];

    /// <summary>Reads the row that <paramref name="row"/> stands on.</summary>
    static abstract TResult Read<TRow>(scoped ref TRow row)
        where TRow : struct, IRow;
}
