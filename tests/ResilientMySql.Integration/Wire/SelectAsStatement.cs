using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire;

/// <summary>Returns rows that nobody asks for.</summary>
internal readonly struct SelectAsStatement : IStatement
{
    public static string CommandText => "SELECT city_id FROM city LIMIT 2";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
