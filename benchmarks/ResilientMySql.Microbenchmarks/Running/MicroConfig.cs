using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Microbenchmarks.Running;

/// <summary>How BenchmarkDotNet is to run: in this process, since it would restore packages for each of its own, and quietly.</summary>
internal static class MicroConfig
{
    public static IConfig Of(MicroPlan plan, string filter, ILogger log)
    {
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(plan.WarmUps)
            .WithIterationCount(plan.Iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(plan.Iteration.TotalMilliseconds));
        return ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddFilter(new GlobFilter([filter]))
            .AddLogger(log)
            .WithArtifactsPath(Path.Combine(Document.Root, "artifacts", "benchmarks"))
            .WithOptions(ConfigOptions.DisableLogFile);
    }
}
