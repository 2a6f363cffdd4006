namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>Who reads while the server dies, in the order of the tables.</summary>
internal enum RecoveryContender
{
    DriverPool,
    DriverPoolWithPolly,
    GeneratedQuery,
    OpenAndClose,
}
