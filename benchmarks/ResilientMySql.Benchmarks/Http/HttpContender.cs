namespace ResilientMySql.Benchmarks.Http;

/// <summary>What the application asks its server with, in the order of the tables.</summary>
internal enum HttpContender
{
    Unpooled,
    DefaultPool,
    UnresetPool,
    UnresetPoolPrepared,
    HandWritten,
    GeneratedOnDriver,
    GeneratedOnWire,
    Dapper,
    EntityFramework,
    MySqlData,
    PythonPerRequest,
    PythonPerThread,
    NoDatabase,
}
