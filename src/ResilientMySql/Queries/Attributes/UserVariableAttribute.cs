namespace ResilientMySql.Queries;

/// <summary>An <c>@name</c> in the method's SQL is a user variable of the session and not a parameter.</summary>
/// <param name="name">The variable's name, without the @.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UserVariableAttribute(string name) : Attribute
{
    /// <summary>The variable's name, without the @.</summary>
    public string Name { get; } = name;
}
