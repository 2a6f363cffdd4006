using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>As the generator writes an insert.</summary>
internal readonly struct AddCity(string city, int country) : IStatement
{
    public static string CommandText => "INSERT INTO city (city, country_id) VALUES (?, ?)";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.String(city);
        sink.Int32(country);
    }
}
