namespace ResilientMySql.Statements;

/// <summary>
/// What a statement may leave on its session that the next lease must not find, where its kind does not tell. The greater, the worse.
/// </summary>
internal enum StatementTrace : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What a reset clears.</summary>
    Clearable,

    /// <summary>What no reset clears.</summary>
    Indelible,
}
