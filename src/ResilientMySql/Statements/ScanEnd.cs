namespace ResilientMySql.Statements;

/// <summary>How far a body reaches.</summary>
internal enum ScanEnd
{
    /// <summary>To the end of the statement.</summary>
    Statement,

    /// <summary>To the next comma outside parentheses, or to the end of the statement.</summary>
    Comma,

    /// <summary>To the parenthesis that closes what was opened before.</summary>
    Parenthesis,
}
