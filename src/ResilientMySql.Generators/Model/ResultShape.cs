namespace ResilientMySql.Generators.Model;

internal enum ResultShape
{
    /// <summary>The first row; an error where there is none.</summary>
    First,

    /// <summary>The first row or null.</summary>
    FirstOrDefault,

    /// <summary>All rows, as a List.</summary>
    List,

    /// <summary>All rows, as an IReadOnlyList.</summary>
    ReadOnlyList,

    /// <summary>The number of rows affected.</summary>
    RowsAffected,

    /// <summary>Nothing; the statement only runs.</summary>
    Nothing,
}
