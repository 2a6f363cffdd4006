namespace ResilientMySql.Generators.Model;

internal enum RowKind
{
    /// <summary>The one column's value.</summary>
    Scalar,

    /// <summary>A constructor's arguments, and perhaps members set by name.</summary>
    Constructed,

    /// <summary>A tuple's elements.</summary>
    Tuple,
}
