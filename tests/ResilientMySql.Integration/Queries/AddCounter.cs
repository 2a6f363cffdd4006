using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>A write that counts how often it ran, and says of itself that this does not matter.</summary>
internal readonly struct AddCounter(int id) : IStatement
{
    public static string CommandText => "UPDATE city SET country_id = country_id + 1 WHERE city_id = ?";

    public static bool IsDeclaredIdempotent => true;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
