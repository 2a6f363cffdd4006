using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire;

/// <summary>Stores a number, once.</summary>
internal readonly struct InsertNumber(int? id, string? text) : IStatement
{
    public const string Table = "CREATE TABLE numbers (id INT PRIMARY KEY, text VARCHAR(20) NULL)";

    public static string CommandText => "INSERT INTO numbers (id, text) VALUES (?, ?)";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Int32(id);
        sink.String(text);
    }
}
