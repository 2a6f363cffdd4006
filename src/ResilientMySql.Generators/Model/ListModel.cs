namespace ResilientMySql.Generators.Model;

/// <summary>A parameter that is a collection.</summary>
/// <param name="Kind">How its items are reached.</param>
/// <param name="ItemType">The type of its items.</param>
/// <param name="Most">How many items there may be; null for any number.</param>
internal sealed record ListModel(ListKind Kind, string ItemType, int? Most)
{
    /// <summary>The type of the field that holds it during the call.</summary>
    public string FieldType => Kind switch
    {
        ListKind.Array => ItemType + "[]",
        ListKind.List => $"global::System.Collections.Generic.List<{ItemType}>",
        _ => $"global::System.Collections.Generic.IReadOnlyList<{ItemType}>",
    };

    /// <summary>The property that counts the items.</summary>
    public string Count => Kind is ListKind.Array ? "Length" : "Count";
}
