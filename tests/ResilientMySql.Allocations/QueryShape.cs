namespace ResilientMySql.Allocations;

/// <summary>What a generated query makes of its result.</summary>
public enum QueryShape
{
    /// <summary>The first column of the first row.</summary>
    Scalar,

    /// <summary>The same, or null.</summary>
    OptionalScalar,

    /// <summary>The first row.</summary>
    Row,

    /// <summary>The only row.</summary>
    OnlyRow,

    /// <summary>All rows.</summary>
    List,

    /// <summary>The same, in an array.</summary>
    Array,

    /// <summary>Whether there is a row.</summary>
    Exists,

    /// <summary>No result set; the rows affected.</summary>
    Execute,

    /// <summary>No result set; the id of the new row.</summary>
    InsertId,

    /// <summary>The rows one by one.</summary>
    Stream,

    /// <summary>A reader for the caller.</summary>
    Reader,

    /// <summary>The bytes of one column.</summary>
    Bytes,

    /// <summary>The text of one column.</summary>
    Text,

    /// <summary>Two result sets as one result.</summary>
    ResultSets,
}
