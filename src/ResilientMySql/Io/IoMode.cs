namespace ResilientMySql.Io;

/// <summary>How a session's socket was opened, which is how it is used best.</summary>
/// <remarks>
/// A socket that was ever used asynchronously sends every later synchronous call through the asynchronous engine, at several
/// times the CPU (docs/decisions/0003).
/// </remarks>
internal enum IoMode
{
    Sync,
    Async,
}
