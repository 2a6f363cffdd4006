namespace ResilientMySql.Wire;

/// <summary>A statement that is prepared on one physical connection, and dies with it.</summary>
internal sealed class WireStatement(uint id, int parameterCount)
{
    private ColumnDefinition[]? _workedWith;

    public uint Id { get; } = id;

    /// <summary>How many placeholders it has, 0 to 65,535.</summary>
    public int ParameterCount { get; } = parameterCount;

    /// <summary>Which of the session's statements it is.</summary>
    public int Slot { get; init; }

    /// <summary>The columns of its first result, as the server described them last; empty where it has none.</summary>
    public ColumnDefinition[] Columns { get; set; } = [];

    /// <summary>The arguments' types that the last execution sent.</summary>
    public ushort[] BoundTypes { get; } = new ushort[parameterCount];

    /// <summary>
    /// Whether the server is known to have <see cref="BoundTypes"/>. Not before the first execution, nor after one that it refused:
    /// that may have been because of an argument, and before it took the types in.
    /// </summary>
    public bool HasBound { get; set; }

    /// <summary>Whether it has worked with these very columns: they need not be compared with members again.</summary>
    public bool HasWorkedWith(ColumnDefinition[] columns) => ReferenceEquals(_workedWith, columns);

    /// <summary>Its columns were right.</summary>
    public void NoteWorkedWith(ColumnDefinition[] columns) => _workedWith = columns;
}
