namespace ResilientMySql.Conformance.Transcripts;

/// <summary>Whether a case calls the synchronous or the asynchronous methods.</summary>
public enum CallMode
{
    Sync,
    Async,
}
