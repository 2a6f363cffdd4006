namespace ResilientMySql.Wire;

/// <summary>What the parser of an answer expects next.</summary>
internal enum ResponseState : byte
{
    /// <summary>OK, ERR, or how many columns there are.</summary>
    Start,

    /// <summary>A column definition.</summary>
    Definitions,

    /// <summary>What ends the column definitions, without CLIENT_DEPRECATE_EOF.</summary>
    EndOfDefinitions,

    /// <summary>A row, or what ends them.</summary>
    Rows,

    /// <summary>Nothing: the answer is complete.</summary>
    Ended,
}
