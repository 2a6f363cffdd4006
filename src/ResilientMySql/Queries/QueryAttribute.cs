using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Queries;

/// <summary>
/// Marks a partial method that runs a statement with a result set; the generator writes its body.
/// </summary>
/// <remarks>
/// <para>The return type chooses the shape: <c>T</c> is the first row and throws when there is none, <c>T?</c> is the first
/// row or <see langword="null"/>, <c>List&lt;T&gt;</c> and <c>IReadOnlyList&lt;T&gt;</c> are all rows. <c>T</c> is a scalar
/// or a record, whose parameters take the columns in order. Wrap the type in <c>ValueTask&lt;…&gt;</c> for asynchronous calls.</para>
/// <para>Each <c>@name</c> in the text is bound to the method's parameter of that name.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QueryAttribute([StringSyntax("sql")] string sql) : Attribute
{
    /// <summary>The statement, in the dialect of MySQL or MariaDB, with <c>@name</c> parameters.</summary>
    public string Sql { get; } = sql;
}
