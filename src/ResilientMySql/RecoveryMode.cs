namespace ResilientMySql;

/// <summary>Whether lost sessions are repaired.</summary>
public enum RecoveryMode
{
    /// <summary>Repaired wherever nothing can be lost silently and nothing run twice; typed errors elsewhere.</summary>
    Auto,

    /// <summary>Never: every loss surfaces at once, as a typed error that says whether the statement ran.</summary>
    Off,
}
