namespace ResilientMySql.Testing.Tests;

/// <summary>Whether a test calls the driver's synchronous or asynchronous methods.</summary>
public enum CallMode
{
    Sync,
    Async,
}
