namespace ResilientMySql.Benchmarks.Lease;

/// <summary>What is compared with a ping.</summary>
internal enum LeaseOperation
{
    DriverPing,
    Connection,
    AsyncConnection,
    Pool,
    DriverPoolUnreset,
    DriverPool,
}
