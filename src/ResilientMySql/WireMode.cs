namespace ResilientMySql;

/// <summary>Whether generated queries may speak to the server past the driver's commands: a call allocates nothing then but its result.</summary>
/// <remarks>Both ways give the same values, the same errors and the same promises; see docs/decisions/0019.</remarks>
public enum WireMode
{
    /// <summary>Where the session and the statement are fit for it.</summary>
    Auto,

    /// <summary>Never: every statement is a command of the driver's.</summary>
    Off,
}
