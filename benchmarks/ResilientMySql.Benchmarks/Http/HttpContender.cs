namespace ResilientMySql.Benchmarks.Http;

/// <summary>What the application asks its server with, in the order of the tables.</summary>
internal enum HttpContender
{
    DriverPool,
    DriverPath,
    WirePath,
}
