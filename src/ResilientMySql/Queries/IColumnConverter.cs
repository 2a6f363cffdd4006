namespace ResilientMySql.Queries;

/// <summary>Stores values of a type that no column has. NULL never comes here.</summary>
/// <typeparam name="TValue">The type in the program.</typeparam>
/// <typeparam name="TColumn">The type that a column maps to: a number, text, bytes, a date …</typeparam>
public interface IColumnConverter<TValue, TColumn>
{
    /// <summary>What is sent to the server.</summary>
    static abstract TColumn ToColumn(TValue value);

    /// <summary>What a column's value means.</summary>
    static abstract TValue FromColumn(TColumn column);
}
