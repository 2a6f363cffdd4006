using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Queries;

/// <summary>
/// Marks a partial method that runs a statement without a result set; the generator writes its body.
/// </summary>
/// <remarks>
/// The method returns <see langword="int"/> (rows affected) or <see langword="void"/>, or <c>ValueTask&lt;int&gt;</c> or
/// <c>ValueTask</c> for asynchronous calls. Each <c>@name</c> in the text is bound to the method's parameter of that name.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExecuteAttribute([StringSyntax("sql")] string sql) : Attribute
{
    /// <summary>The statement, in the dialect of MySQL or MariaDB, with <c>@name</c> parameters.</summary>
    public string Sql { get; } = sql;
}
