using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Queries;

/// <summary>
/// Marks a partial method that runs a statement without a result set; the generator writes its body.
/// </summary>
/// <remarks>
/// The method returns <see langword="int"/> (rows affected) or <see langword="void"/>, or <c>ValueTask&lt;int&gt;</c> or
/// <c>ValueTask</c> for asynchronous calls; with <see cref="LastInsertIdAttribute"/> it returns the new row's id. Each
/// <c>@name</c> in the text is bound to the method's parameter of that name, or to a member of one. A parameter that is a list of
/// rows, named in the group after VALUES, inserts all of them.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExecuteAttribute : StatementAttribute
{
    /// <param name="sql">The statement; a constant.</param>
    public ExecuteAttribute([StringSyntax("sql")] string sql) => Sql = sql;

    /// <summary>A statement from a file: see <see cref="SqlFileAttribute"/>.</summary>
    public ExecuteAttribute()
    {
    }

    /// <summary>The statement, in the dialect of MySQL or MariaDB, with <c>@name</c> parameters; null where it is in a file.</summary>
    public string? Sql { get; }
}
