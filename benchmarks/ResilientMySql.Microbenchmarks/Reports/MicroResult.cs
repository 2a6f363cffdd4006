using System.Reflection;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Reports;

/// <summary>What one benchmark came to.</summary>
/// <param name="Subject">What its class is about.</param>
/// <param name="Group">What it is compared within: the method where it has parameters; else empty, for its whole class.</param>
/// <param name="Label">What it is called there.</param>
/// <param name="Nanoseconds">Mean time of an operation.</param>
/// <param name="Deviation">The standard deviation of it, in nanoseconds.</param>
/// <param name="Bytes">Allocated for each operation, on all threads.</param>
internal sealed record MicroResult(SubjectAttribute Subject, string Group, string Label, double Nanoseconds, double Deviation, double Bytes)
{
    public static MicroResult Of(Type subject, BenchmarkReport report)
    {
        BenchmarkCase @case = report.BenchmarkCase;
        string name = @case.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        string parameters = string.Join(", ", @case.Parameters.Items.Select(static item => item.Value is int number ? $"{number:N0}" : $"{item.Value}"));
        return new MicroResult(
            subject.GetCustomAttribute<SubjectAttribute>()!,
            parameters is "" ? "" : name,
            parameters is "" ? name : parameters,
            report.ResultStatistics!.Mean,
            report.ResultStatistics.StandardDeviation,
            report.GcStats.GetBytesAllocatedPerOperation(@case) ?? 0);
    }
}
