using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Reports;
using ResilientMySql.Chaos.Subjects;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Chaos.Tests;

/// <summary>A minute of everything at once: the library keeps its promises, and a broken one is found out.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task Library_BreaksNoPromise()
    {
        foreach (SoakReport report in await RunAsync(new ChaosOptions { Seed = Random.Shared.Next(), Duration = Minute }))
        {
            Assert.Empty(report.Violations);

            // It must have been put to the test: otherwise nothing is proved.
            Assert.True(report.Faults.Total > 10, $"{report.Faults.Total} faults");
            Assert.True(report.CountOf(WriteOutcome.Unknown) > 0, "no outcome was unknown");
            Assert.NotEmpty(report.Site.Work.Recoveries);
            Assert.All(Enum.GetValues<WriteKind>(), kind => Assert.True(report.CountOf(kind, WriteOutcome.Acknowledged) > 50, $"{kind}"));
            Assert.All((string[])["read", "state"], trade => Assert.True(report.Site.Work.Done.GetValueOrDefault(trade) > 50, trade));
            Assert.Equal(["Auto", "Off"], report.Site.Work.Generated.Keys.Select(static way => way.ToString()).Order());
            Assert.All(report.Site.Work.Generated, static way => Assert.True(way.Value > 50, $"generated, Wire={way.Key}"));
        }
    }

    [SkippableFact]
    public async Task LibraryWithoutProbe_IsCaught() =>
        await ExpectAsync(SubjectName.NoProbe, ViolationKind.UnexplainedUnknown);

    [SkippableFact]
    public async Task LibraryThatReplaysWrites_IsCaught() =>
        await ExpectAsync(SubjectName.ReplaysWrites, ViolationKind.DoubledWrite);

    private async Task ExpectAsync(SubjectName subject, ViolationKind violation)
    {
        var options = new ChaosOptions { Seed = Random.Shared.Next(), Duration = Minute, Subject = subject, StopsAtFirstViolation = true };
        Assert.All(await RunAsync(options), report => Assert.True(report.CountOf(violation) > 0, $"{report.Engine}: no {violation}"));
    }

    private async Task<IReadOnlyList<SoakReport>> RunAsync(ChaosOptions options)
    {
        foreach (ServerEngine engine in options.Engines)
        {
            var variable = $"RESILIENTMYSQL_{engine.ToString().ToUpperInvariant()}";
            Skip.If(Environment.GetEnvironmentVariable(variable) is { Length: > 0 }, $"{variable} names somebody else's server: the soak kills its server.");
        }

        IReadOnlyList<SoakReport> reports = await ChaosRun.RunAsync(options, output.WriteLine);
        output.WriteLine($"seed {options.Seed}");
        using var text = new StringWriter();
        foreach (SoakReport report in reports)
            ReportWriter.Write(report, text);
        output.WriteLine(text.ToString());
        return reports;
    }
}
