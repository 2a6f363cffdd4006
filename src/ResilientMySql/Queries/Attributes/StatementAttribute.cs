namespace ResilientMySql.Queries;

/// <summary>What the attributes that let the generator write a method's body have in common.</summary>
public abstract class StatementAttribute : Attribute
{
    private protected StatementAttribute()
    {
    }

    /// <summary>The time limit in seconds; 0 for none. Where it is not set, the connection string's <c>Default Command Timeout</c> holds.</summary>
    public int CommandTimeout { get; init; }
}
