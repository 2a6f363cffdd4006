namespace ResilientMySql.Benchmarks.Lease;

/// <summary>What is compared with a ping.</summary>
internal enum LeaseOperation
{
    DriverPing,
    Probe,
    Classification,
    Connection,
    AsyncConnection,
    Pool,
    DriverPoolUnreset,
    DriverPool,
}
