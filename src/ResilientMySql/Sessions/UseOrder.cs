namespace ResilientMySql.Sessions;

/// <summary>Statements in the order of their last use, linked to each other: a use costs a few writes, and no memory.</summary>
internal sealed class UseOrder
{
    private PreparedStatement? _newest;

    public int Count { get; private set; }

    /// <summary>The one that was not used for longest, or null.</summary>
    public PreparedStatement? Oldest { get; private set; }

    /// <summary>Takes in a statement that is in no order; it counts as used just now.</summary>
    public void Add(PreparedStatement statement)
    {
        statement.Older = _newest;
        statement.Newer = null;
        if (_newest is { } second)
            second.Newer = statement;
        else
            Oldest = statement;

        _newest = statement;
        Count++;
    }

    /// <summary>A statement that is in the order was used.</summary>
    public void Touch(PreparedStatement statement)
    {
        if (ReferenceEquals(statement, _newest))
            return;

        Remove(statement);
        Add(statement);
    }

    /// <summary>Takes a statement out that is in the order.</summary>
    public void Remove(PreparedStatement statement)
    {
        if (statement.Newer is { } newer)
            newer.Older = statement.Older;
        else
            _newest = statement.Older;

        if (statement.Older is { } older)
            older.Newer = statement.Newer;
        else
            Oldest = statement.Newer;

        statement.Newer = statement.Older = null;
        Count--;
    }
}
