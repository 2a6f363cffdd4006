namespace ResilientMySql.Chaos.Subjects;

/// <summary>What is put through the soak.</summary>
internal enum SubjectName
{
    /// <summary>This library.</summary>
    Resilient,

    /// <summary>MySqlConnector with its own pool.</summary>
    MySqlConnector,

    /// <summary>MySqlConnector, and whatever fails with its connection is tried again on a new one.</summary>
    NaiveRetry,

    /// <summary>This library, broken on purpose: it never looks whether a session is dead before it sends.</summary>
    NoProbe,

    /// <summary>This library, broken on purpose: it runs writes of unknown outcome once more.</summary>
    ReplaysWrites,
}
