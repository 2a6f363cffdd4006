namespace ResilientMySql.Benchmarks.Wire;

/// <summary>Who competes, in the order of the tables.</summary>
internal enum WireContender
{
    Driver,
    OffConnection,
    OffDataSource,
    WireConnection,
    WireDataSource,
    CClient,
}
