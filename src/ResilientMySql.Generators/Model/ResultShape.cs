namespace ResilientMySql.Generators.Model;

internal enum ResultShape
{
    /// <summary>The first row; an error where there is none.</summary>
    First,

    /// <summary>The first row or null.</summary>
    FirstOrDefault,

    /// <summary>The only row; an error where there is none, or more.</summary>
    Single,

    /// <summary>The only row, or null; an error where there are more.</summary>
    SingleOrDefault,

    /// <summary>Whether there is a row.</summary>
    Exists,

    /// <summary>All rows, as a List.</summary>
    List,

    /// <summary>All rows, as an IReadOnlyList or IReadOnlyCollection.</summary>
    ReadOnlyList,

    /// <summary>All rows, as an array.</summary>
    Array,

    /// <summary>All rows, one by one.</summary>
    Enumerable,

    /// <summary>All rows, one by one, asynchronously.</summary>
    AsyncEnumerable,

    /// <summary>All rows, one by one, on the stack.</summary>
    Rows,

    /// <summary>Several result sets, as a tuple.</summary>
    Sets,

    /// <summary>The reader itself.</summary>
    Reader,

    /// <summary>The first row's first column, as a Stream.</summary>
    Stream,

    /// <summary>The first row's first column, as a TextReader.</summary>
    Text,

    /// <summary>The number of rows affected.</summary>
    RowsAffected,

    /// <summary>The id that AUTO_INCREMENT gave.</summary>
    InsertId,

    /// <summary>Nothing; the statement only runs.</summary>
    Nothing,
}
