using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace ResilientMySql.Telemetry;

/// <summary>
/// A log that may fail without anybody noticing: what it is told in the middle of opening, returning or losing a session must
/// neither cost that session's place nor hide what became of a statement.
/// </summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A log of the user's may throw anything.")]
internal sealed class QuietLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return inner.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // There is no one to tell.
        }
    }
}
