namespace ResilientMySql.Queries;

/// <summary>Takes the statement of a <see cref="QueryAttribute"/> or <see cref="ExecuteAttribute"/> from a file among the project's <c>AdditionalFiles</c>.</summary>
/// <param name="path">
/// The file's name, or as much of the end of its path as tells it from the others: <c>City.sql</c>, <c>Queries/City.sql</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlFileAttribute(string path) : Attribute
{
    /// <summary>The end of the file's path.</summary>
    public string Path { get; } = path;
}
