using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The rows that a statement has returned, wherever they come from.</summary>
internal interface IRows
{
    /// <summary>How many columns the current result set has; 0 where there is none.</summary>
    int ColumnCount { get; }

    /// <summary>Goes to the next row; false behind the last.</summary>
    ValueTask<bool> ReadAsync<TIo>()
        where TIo : struct, IDriverIo;

    /// <summary>Skips the rest of the rows, and goes to the next result set; false behind the last.</summary>
    ValueTask<bool> NextResultAsync<TIo>()
        where TIo : struct, IDriverIo;

    /// <summary>Holds the columns against the members that they fill; see <see cref="ColumnCheck"/>.</summary>
    /// <param name="members">The member that each column fills; empty where nothing is known of the columns.</param>
    /// <param name="sql">The statement, for messages.</param>
    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    void Hold(ReadOnlySpan<string> members, string sql);

    /// <summary>What the query makes of the current row.</summary>
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    TResult Get<TQuery, TResult>()
        where TQuery : struct, IQuery<TResult>;

    /// <summary>Lets several result sets take the current row in; whether they want more of its result set.</summary>
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    bool AddTo<TSets, TResult>(ref TSets sets, int ordinal)
        where TSets : struct, IResultSets<TResult>;
}
