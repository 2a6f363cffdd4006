namespace ResilientMySql.Wire;

/// <summary>What a payload is in the answer that it is part of.</summary>
internal enum ResponsePart
{
    /// <summary>Part of what precedes rows, or of what a prepare answers: the next payload is to be read.</summary>
    Header,

    /// <summary>The columns are known now, and rows follow, or none.</summary>
    Columns,

    /// <summary>A row.</summary>
    Row,

    /// <summary>The rows have ended, and another result follows.</summary>
    EndOfRows,

    /// <summary>The rows have ended, and the answer with them.</summary>
    EndOfResults,

    /// <summary>A result without rows, or all of a prepare's answer. Another result may follow the former.</summary>
    Ok,

    /// <summary>The server's refusal, which ends the answer wherever it stands.</summary>
    Error,
}
