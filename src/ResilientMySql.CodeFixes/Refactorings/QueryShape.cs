namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>What a call takes from its statement.</summary>
internal enum QueryShape
{
    /// <summary>The first row or value; the method's result is nullable where there may be none.</summary>
    First,

    /// <summary>The only row; nullable where there may be none.</summary>
    Single,

    /// <summary>All rows.</summary>
    List,

    /// <summary>The number of rows affected.</summary>
    RowsAffected,
}
