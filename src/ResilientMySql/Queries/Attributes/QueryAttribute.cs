using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Queries;

/// <summary>
/// Marks a partial method that runs a statement with a result set; the generator writes its body.
/// </summary>
/// <remarks>
/// <para>The return type chooses the shape: <c>T</c> is the first row and throws when there is none, <c>T?</c> is the first
/// row or <see langword="null"/>, <c>List&lt;T&gt;</c>, <c>T[]</c> and <c>IReadOnlyList&lt;T&gt;</c> are all rows,
/// <c>IEnumerable&lt;T&gt;</c> and <c>IAsyncEnumerable&lt;T&gt;</c> read them one by one. <c>T</c> is a scalar, a record or class
/// whose members take the columns in order, or a tuple. Wrap the type in <c>ValueTask&lt;…&gt;</c> for asynchronous calls.</para>
/// <para>Each <c>@name</c> in the text is bound to the method's parameter of that name, or to a member of one.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QueryAttribute : StatementAttribute
{
    /// <param name="sql">The statement; a constant.</param>
    public QueryAttribute([StringSyntax("sql")] string sql) => Sql = sql;

    /// <summary>A statement from a file: see <see cref="SqlFileAttribute"/>.</summary>
    public QueryAttribute()
    {
    }

    /// <summary>The statement, in the dialect of MySQL or MariaDB, with <c>@name</c> parameters; null where it is in a file.</summary>
    public string? Sql { get; }
}
