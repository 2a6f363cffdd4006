using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>What stands behind a key. A generated statement's text belongs to its type, so a text made up here needs a type too.</summary>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "One for each type is what is wanted.")]
internal static class TextOf<TKey>
    where TKey : class
{
    public static string Sql { get; set; } = "";

    /// <summary>Which getter reads which column; null for every getter on every column.</summary>
    public static int[]? Getters { get; set; }
}
