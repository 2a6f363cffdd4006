namespace ResilientMySql.Execution;

/// <summary>What a command is attached to its session for.</summary>
internal enum CommandUse
{
    /// <summary>To be executed: it may be prepared by itself.</summary>
    Run,

    /// <summary>To be executed for its columns.</summary>
    Describe,

    /// <summary>To be prepared, or to be handed to the driver otherwise.</summary>
    Prepare,
}
