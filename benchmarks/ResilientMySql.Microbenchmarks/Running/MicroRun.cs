using System.Reflection;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using ResilientMySql.Benchmarks;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Microbenchmarks.Reports;
using BenchmarkReport = ResilientMySql.Benchmarks.BenchmarkReport;
using Summary = BenchmarkDotNet.Reports.Summary;

namespace ResilientMySql.Microbenchmarks.Running;

/// <summary><c>./bench micro</c>: what each part costs by itself.</summary>
internal static class MicroRun
{
    /// <exception cref="MicroRunException">A benchmark failed, or none has such a name.</exception>
    public static async Task<BenchmarkReport> RunAsync(MicroOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        await using BenchmarkServer server = await BenchmarkServer.StartAsync(options.Engine, progress, cancellationToken);
        await MicroServer.UseAsync(server, cancellationToken);
        MicroPlan plan = MicroPlan.Of(options);
        var results = new List<MicroResult>();
        for (int i = 0; i < MicroSubjects.All.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Type subject = MicroSubjects.All[i];
            await progress.WriteLineAsync($"{subject.GetCustomAttribute<SubjectAttribute>()!.Title} ({i + 1} of {MicroSubjects.All.Count})");
            results.AddRange(Run(subject, plan, options.Filter));
        }

        if (results.Count == 0)
            throw new MicroRunException($"no benchmark has a name like {options.Filter}");

        return new BenchmarkReport("Micro benchmarks", MicroDocument.Of(results, plan, server.Version), []);
    }

    private static List<MicroResult> Run(Type subject, MicroPlan plan, string filter)
    {
        var log = new AccumulationLogger();
        Summary summary = BenchmarkRunner.Run(subject, MicroConfig.Of(plan, filter, log));
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success))
            throw new MicroRunException($"{subject.Name} failed:\n{log.GetLog()}");

        return [.. summary.Reports.Select(report => MicroResult.Of(subject, report))];
    }
}
