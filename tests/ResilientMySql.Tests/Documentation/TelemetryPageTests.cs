using System.Reflection;
using Microsoft.Extensions.Logging;
using ResilientMySql.Telemetry;
using static ResilientMySql.Tests.Documentation.PrintedTables;

namespace ResilientMySql.Tests.Documentation;

/// <summary>docs/telemetry.md lists every message that is logged, by its stable id.</summary>
public sealed class TelemetryPageTests
{
    private static readonly LoggerMessageAttribute[] Messages =
    [
        .. typeof(Log).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .OrderBy(static message => message.EventId),
    ];

    [Fact]
    public void LogMessages_ArePrinted() => AssertPrinted("telemetry.md", "log", Table(
        ["id", "level", "message"],
        Messages.Select(static message => (IReadOnlyList<string>)[$"{message.EventId}", $"{message.Level}", message.Message])));

    [Fact]
    public void EventIds_AreUsedOnce() => Assert.Equal(Messages.Length, Messages.DistinctBy(static message => message.EventId).Count());
}
