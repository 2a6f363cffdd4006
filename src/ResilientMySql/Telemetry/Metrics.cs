using System.Diagnostics.Metrics;

namespace ResilientMySql.Telemetry;

/// <summary>What the library counts, by the meter <c>ResilientMySql</c>. Documented in docs/telemetry.md.</summary>
internal static class Metrics
{
    public const string MeterName = "ResilientMySql";

    private static readonly Meter Meter = new(MeterName, typeof(Metrics).Assembly.GetName().Version?.ToString(3));

    private static readonly Counter<long> Rehydrations = Meter.CreateCounter<long>(
        "resilientmysql.rehydrations", "{rehydration}", "Lost sessions that were replaced.");

    private static readonly Counter<long> FailedRehydrations = Meter.CreateCounter<long>(
        "resilientmysql.rehydrations.failed", "{rehydration}", "Lost sessions that could not be replaced in time.");

    private static readonly Histogram<double> RehydrationDuration = Meter.CreateHistogram<double>(
        "resilientmysql.rehydration.duration", "s", "From the start of the call that found the loss until the new session was ready.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "resilientmysql.refusals", "{call}", "Calls that were refused because their session was lost.");

    public static void Rehydrated(string server, TimeSpan elapsed)
    {
        Rehydrations.Add(1, ServerTag(server));
        RehydrationDuration.Record(elapsed.TotalSeconds, ServerTag(server));
    }

    public static void RehydrationFailed(string server) => FailedRehydrations.Add(1, ServerTag(server));

    public static void Refused(string server, LossCause cause, ExecutionOutcome outcome)
    {
        if (Refusals.Enabled)
            Refusals.Add(1, ServerTag(server), new("resilientmysql.cause", cause.ToString()), new("resilientmysql.outcome", outcome.ToString()));
    }

    private static KeyValuePair<string, object?> ServerTag(string server) => new("server.address", server);
}
