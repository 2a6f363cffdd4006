using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ResilientMySql.Queries;

/// <summary>Checks what generated methods are called with, before anything is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class QueryArguments
{
    /// <summary>An object whose members are bound.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);

    /// <inheritdoc cref="NotNull{T}(T, string)"/>
    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct => value ?? throw new ArgumentNullException(name);

    /// <summary>A list of values, or of rows.</summary>
    /// <param name="items">The list.</param>
    /// <param name="most">How many items it may have.</param>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public static T[] Items<T>(T[] items, int most = int.MaxValue, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        CheckCount(items.Length, most, name);
        return items;
    }

    /// <inheritdoc cref="Items{T}(T[], int, string)"/>
    public static List<T> Items<T>(List<T> items, int most = int.MaxValue, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        CheckCount(items.Count, most, name);
        return items;
    }

    /// <inheritdoc cref="Items{T}(T[], int, string)"/>
    public static IReadOnlyList<T> Items<T>(IReadOnlyList<T> items, int most = int.MaxValue, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        CheckCount(items.Count, most, name);
        return items;
    }

    /// <summary>The items of a collection that cannot be asked for them one by one.</summary>
    /// <inheritdoc cref="Items{T}(T[], int, string)"/>
    public static T[] Copy<T>(IEnumerable<T> items, int most = int.MaxValue, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return Items(items.ToArray(), most, name);
    }

    /// <inheritdoc cref="Copy{T}(IEnumerable{T}, int, string)"/>
    public static T[] Copy<T>(ReadOnlySpan<T> items, int most = int.MaxValue, [CallerArgumentExpression(nameof(items))] string name = "") =>
        Items(items.ToArray(), most, name);

    private static void CheckCount(int count, int most, string name)
    {
        if (count > most)
            throw new ArgumentException($"The list has {count} items, and {most} are allowed here: split it, or raise [MaxItems].", name);
    }
}
