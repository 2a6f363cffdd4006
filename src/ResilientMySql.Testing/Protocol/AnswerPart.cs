namespace ResilientMySql.Testing.Protocol;

/// <summary>What a payload is to the answer that it belongs to.</summary>
internal enum AnswerPart
{
    /// <summary>Anything that is followed by more: a header, a column, the end of one of several results.</summary>
    Other,

    /// <summary>One row.</summary>
    Row,

    /// <summary>The last payload of the answer.</summary>
    End,

    /// <summary>Nothing that the protocol knows at this place, or a stream without an end.</summary>
    NotUnderstood,
}
