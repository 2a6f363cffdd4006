using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>Takes column definitions one by one, and makes new ones only of those that differ from what is known.</summary>
/// <param name="known">What is known; stays as it is.</param>
/// <param name="count">How many will come.</param>
/// <param name="guids">What GUIDs look like.</param>
internal struct ColumnReceiver(ColumnDefinition[] known, int count, MySqlGuidFormat guids)
{
    private ColumnDefinition[]? _changed;
    private int _received;

    public readonly bool IsComplete => _received == count;

    /// <summary>All of them, once complete: the array that was known where nothing has changed.</summary>
    public readonly ColumnDefinition[] Columns => _changed ?? (known.Length == count ? known : []);

    /// <exception cref="WireProtocolException">It is no column definition.</exception>
    public void Take(ReadOnlySpan<byte> payload)
    {
        if (_changed is not null || known.Length != count || !known[_received].IsSameAs(payload))
            Change(payload);

        _received++;
    }

    private void Change(ReadOnlySpan<byte> payload)
    {
        _changed ??= Start();
        _changed[_received] = _received < known.Length && known[_received].IsSameAs(payload)
            ? known[_received]
            : ColumnDefinition.Parse(payload, guids);
    }

    private readonly ColumnDefinition[] Start()
    {
        var columns = new ColumnDefinition[count];
        Array.Copy(known, columns, Math.Min(_received, known.Length));
        return columns;
    }
}
