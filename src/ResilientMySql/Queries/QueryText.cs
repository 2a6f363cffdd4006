using System.Globalization;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>One text of a generated statement: its only one, or one for each size of its lists.</summary>
internal sealed class QueryText
{
    private QueryText(string commandText, int slot, int? placeholders)
    {
        CommandText = commandText;
        PreparedText = string.Create(CultureInfo.InvariantCulture, $"/*[Query:{slot}]*/ {commandText}");
        IsSeveral = StatementList.MayBeSeveral(commandText);
        MayHaveVariables = UserVariables.MayBeIn(commandText);
        Slot = slot;
        Placeholders = placeholders;
    }

    /// <summary>A text that sessions keep a command for.</summary>
    /// <param name="commandText">The statement.</param>
    /// <param name="placeholders">How many it has, where that depends on its arguments.</param>
    public static QueryText Kept(string commandText, int? placeholders = null) => new(commandText, QuerySlots.Next(), placeholders);

    /// <summary>A text that is run once, and not prepared: there may be any number like it.</summary>
    public static QueryText ForOnce(string commandText, int placeholders) => new(commandText, slot: -1, placeholders);

    /// <summary>The statement, with one <c>?</c> for each value.</summary>
    public string CommandText { get; }

    /// <summary>
    /// The statement as it is prepared. The driver finds prepared statements by their text, and would run a user's command of the
    /// same text as this one: no such command begins with this comment. Nor does another generated statement of the same text, whose
    /// arguments may be of other types: MySQL goes by those of a prepared statement's first execution.
    /// </summary>
    public string PreparedText { get; }

    /// <summary>Whether it may be several statements, which are never prepared.</summary>
    public bool IsSeveral { get; }

    /// <summary>Whether it may have user variables, which the driver takes for parameters: it decides what comes of that.</summary>
    public bool MayHaveVariables { get; }

    /// <summary>Where each session keeps this text's command; negative where none does.</summary>
    public int Slot { get; }

    public bool IsKept => Slot >= 0;

    /// <summary>How many values it takes, where that depends on its arguments.</summary>
    public int? Placeholders { get; }
}
