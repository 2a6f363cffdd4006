namespace ResilientMySql.Testing;

/// <summary>How a connection ends for the client.</summary>
public enum Ending
{
    /// <summary>In order (FIN), after everything that was sent before: reading ends, as after a <c>KILL</c>.</summary>
    Fin,

    /// <summary>Torn (RST): reading fails. What the client has not yet received may be lost to it.</summary>
    Reset,

    /// <summary>Not at all: the socket stays open and nothing more comes, as from a server that hangs or behind a cut cable.</summary>
    Silence,
}
