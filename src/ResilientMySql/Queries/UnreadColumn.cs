namespace ResilientMySql.Queries;

/// <summary>What there is to say about a column that could not be read.</summary>
/// <param name="Ordinal">Which it was to be, from 0.</param>
/// <param name="ColumnCount">How many there are: of one beyond them nothing else is known.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in SQL.</param>
/// <param name="IsNull">Whether it is NULL.</param>
internal readonly record struct UnreadColumn(int Ordinal, int ColumnCount, string Name, string Type, bool IsNull)
{
    public static UnreadColumn Beyond(int ordinal, int columnCount) => new(ordinal, columnCount, "", "", IsNull: false);
}
