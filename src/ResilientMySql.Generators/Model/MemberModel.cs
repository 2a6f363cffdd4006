namespace ResilientMySql.Generators.Model;

/// <summary>A member of a row: it takes one column, or is a row itself and takes several.</summary>
/// <param name="Name">Empty for a scalar result and for the elements of a tuple without names: nothing to hold a column against.</param>
/// <param name="Scalar">What its column is read as; null where <paramref name="Row"/> is not.</param>
/// <param name="Row">The row inside the row.</param>
/// <param name="IsNullable">Whether a row inside the row is null where all its columns are.</param>
/// <param name="IsAssigned">Whether it is set by name after the constructor has run.</param>
internal sealed record MemberModel(string Name, ScalarModel? Scalar, RowModel? Row = null, bool IsNullable = false, bool IsAssigned = false);
