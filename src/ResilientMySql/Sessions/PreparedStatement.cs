using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Sessions;

/// <summary>A statement that a session keeps prepared; or a generated one that is known to be run as its text.</summary>
/// <param name="text">What the driver knows it by: the statement behind a comment that no other command begins with.</param>
internal sealed class PreparedStatement(string text)
{
    public string Text => text;

    /// <summary>The text of the hand-written commands that it serves; null for a generated statement.</summary>
    public string? Sql { get; init; }

    /// <summary>
    /// What its parameters were when it was first executed, which some servers take them for from then on; null where it was not
    /// executed yet, or its server minds each execution.
    /// </summary>
    public MySqlDbType[]? Types { get; set; }

    /// <summary>The same text, prepared once more: for other types, or after the session was changed.</summary>
    public PreparedStatement? Variant { get; set; }

    /// <summary>Whether commands that nobody asked to be prepared run as it too: to them it means the same as their text.</summary>
    public bool ServesAll { get; set; }

    /// <summary>The array slot of the generated statement that it is.</summary>
    public int Slot { get; init; }

    /// <summary>The command of a generated statement, with its parameters, once it has worked.</summary>
    public MySqlCommand? Command { get; set; }

    /// <summary>The generated statement as it is prepared past the driver; null where it is one of the driver's.</summary>
    public WireStatement? Wire { get; set; }

    /// <summary>The lease in which a command was last asked to be prepared, and was prepared as this statement.</summary>
    public int AskedInLease { get; set; }

    /// <summary>Where it is kept; null once it is not.</summary>
    public PreparedStatements? Home { get; set; }

    /// <summary>What holds it in the order of use.</summary>
    public LinkedListNode<PreparedStatement> Node => field ??= new(this);
}
