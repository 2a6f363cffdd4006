// Searches for one character that netstandard2.0 does not have.
namespace System;

internal static class SearchExtensions
{
    public static bool Contains(this ReadOnlySpan<char> text, char value) => text.IndexOf(value) >= 0;

    /// <summary>A character is compared as it stands, so that only an ordinal comparison makes sense.</summary>
    public static bool Contains(this string text, char value, StringComparison comparison) =>
        comparison is StringComparison.Ordinal ? text.IndexOf(value) >= 0 : throw new ArgumentOutOfRangeException(nameof(comparison));
}
