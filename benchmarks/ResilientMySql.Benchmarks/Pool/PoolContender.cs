namespace ResilientMySql.Benchmarks.Pool;

/// <summary>Who competes, in the order of the tables.</summary>
internal enum PoolContender
{
    DefaultPool,
    UnresetPool,
    GeneratedQuery,
    TextCommand,
    PreparedCommand,
    HeldOpen,
}
