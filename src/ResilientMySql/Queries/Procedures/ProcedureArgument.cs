using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Queries;

/// <summary>Which way an argument of a stored procedure goes, and what it is on its way out.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Advanced)]
[SuppressMessage("Design", "CA1028:Enum Storage should be Int32", Justification = "A procedure's arguments are constant data in generated code.")]
public enum ProcedureArgument : byte
{
    /// <summary>Nothing is said.</summary>
    None = 0,

    /// <summary>IN: the procedure gets it.</summary>
    In = 1,

    /// <summary>OUT: the procedure gives it.</summary>
    Out = 2,

    /// <summary>INOUT: the procedure gets it, and gives another one.</summary>
    InOut = In | Out,

    /// <summary>With <see cref="Out"/> or <see cref="InOut"/>: it is read as a DATE.</summary>
    /// <remarks>On its way out an argument is a variable of the session, which knows no dates and times of its own: it has to be said.</remarks>
    Date = 4,

    /// <summary>With <see cref="Out"/> or <see cref="InOut"/>: it is read as a TIME.</summary>
    Time = 8,

    /// <summary>With <see cref="Out"/> or <see cref="InOut"/>: it is read as a DATETIME or TIMESTAMP.</summary>
    DateTime = 16,
}
