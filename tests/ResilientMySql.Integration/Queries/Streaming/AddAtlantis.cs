using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>One city more.</summary>
internal readonly struct AddAtlantis : IStatement
{
    public static string CommandText => "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
