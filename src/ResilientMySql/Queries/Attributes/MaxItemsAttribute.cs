namespace ResilientMySql.Queries;

/// <summary>The most items that a list may have; a longer one is an <see cref="ArgumentException"/> before anything is sent.</summary>
/// <param name="count">At least 1.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MaxItemsAttribute(int count) : Attribute
{
    /// <summary>The most items.</summary>
    public int Count { get; } = count;
}
