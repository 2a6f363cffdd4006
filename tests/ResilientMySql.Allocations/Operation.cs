namespace ResilientMySql.Allocations;

/// <summary>What is done again and again on an open connection.</summary>
public enum Operation
{
    /// <summary>A command that is there already, for its first column.</summary>
    Scalar,

    /// <summary>The same, for the rows it affects.</summary>
    NonQuery,

    /// <summary>The same, reading its row.</summary>
    Reader,

    /// <summary>The same, prepared.</summary>
    PreparedReader,

    /// <summary>The same, prepared, reading no further than its row.</summary>
    PreparedFirstRow,

    /// <summary>A command made for the purpose, reading its row.</summary>
    FreshCommand,
}
