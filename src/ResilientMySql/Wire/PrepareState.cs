namespace ResilientMySql.Wire;

/// <summary>What the parser of a prepare's answer expects next.</summary>
internal enum PrepareState : byte
{
    /// <summary>The statement's number, and how many parameters and columns it has.</summary>
    Start,

    /// <summary>The definition of a parameter.</summary>
    Parameters,

    /// <summary>What ends them, without CLIENT_DEPRECATE_EOF.</summary>
    EndOfParameters,

    /// <summary>The definition of a column.</summary>
    Columns,

    /// <summary>What ends them, without CLIENT_DEPRECATE_EOF.</summary>
    EndOfColumns,

    /// <summary>Nothing: the answer is complete.</summary>
    Ended,
}
