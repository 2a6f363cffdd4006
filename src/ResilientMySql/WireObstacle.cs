namespace ResilientMySql;

/// <summary>Why a generated query is a command of the driver's, and not written past it; see <see cref="WireMode"/>.</summary>
public enum WireObstacle
{
    /// <summary><c>Wire=Off</c>.</summary>
    SwitchedOff,

    /// <summary>The session: its server's version, the driver's, or an option of the connection string; event 2107 says which.</summary>
    Session,

    /// <summary>
    /// The statement: the server cannot prepare it, or has no room for more; it is several at once, has user variables, or a list
    /// of a length that is not kept; it has rows where none are read, or none where some are; or a column of a type that is left to
    /// the driver.
    /// </summary>
    Statement,

    /// <summary>The session has set something that is neither autocommit nor isolation, and may decide what its text means.</summary>
    Settings,

    /// <summary>Somebody listens: to the connection's <c>InfoMessage</c>, or to the driver's spans.</summary>
    Listener,

    /// <summary>The caller was given a reader, or the bytes of one column.</summary>
    Reader,
}
