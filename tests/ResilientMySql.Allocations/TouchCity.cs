using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it: finds one row, and changes nothing of it, so that the server need not write to its disk.</summary>
internal readonly struct TouchCity(int id) : IStatement
{
    public static string CommandText => "UPDATE city SET city_id = city_id WHERE city_id = ?";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
