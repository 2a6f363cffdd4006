namespace ResilientMySql.Failures;

/// <summary>What a failure says about whether the statement ran.</summary>
internal enum Evidence
{
    /// <summary>It did not: the link was dead before the first byte was sent, or the server refused instead of executing.</summary>
    NotExecuted,

    /// <summary>It was sent, and no answer came.</summary>
    Unknown,

    /// <summary>The server answered with an error, or the driver refused the call: nothing to do with the session.</summary>
    Answered,
}
