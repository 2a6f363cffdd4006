using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>What a <see cref="ScriptedServer"/> does about a request. Immutable; one object may be used any number of times.</summary>
public abstract record Reply
{
    private protected Reply()
    {
    }

    /// <summary>
    /// How the connection ends right after the reply, before another command is read; null keeps it open.
    /// </summary>
    public Ending? Then { get; init; }

    /// <summary>
    /// What every packet's sequence number is wrong by, 0 to 255; 0 is right. Drivers take a wrong one for a broken stream.
    /// </summary>
    public byte SequenceError { get; init; }

    /// <summary>The names of the columns that preparing the statement announces.</summary>
    internal virtual IReadOnlyList<string> PreparedColumns => [];

    internal abstract ValueTask WriteAsync(ReplyWriter writer);
}
