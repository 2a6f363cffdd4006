using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>What the contenders of a comparison have in common.</summary>
/// <param name="Engine">Whom they ask.</param>
/// <param name="Table">How it finds a city.</param>
/// <param name="Callers">How many ask at once.</param>
internal readonly record struct HttpCell(ServerEngine Engine, CityTable Table, int Callers)
{
    public string CallersText => $"{Callers} {(Callers == 1 ? "caller" : "callers")}";

    public override string ToString() => $"{Engine}, {(Table is CityTable.Indexed ? "with the index" : "without the index")}, {CallersText}";
}
