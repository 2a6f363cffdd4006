namespace ResilientMySql.Integration;

/// <summary>Whether a test calls the synchronous or the asynchronous methods.</summary>
public enum CallMode
{
    Sync,
    Async,
}
