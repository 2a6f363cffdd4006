using ResilientMySql.Microbenchmarks.Subjects;

namespace ResilientMySql.Microbenchmarks.Running;

/// <summary>The classes of benchmarks, in the order in which they run.</summary>
internal static class MicroSubjects
{
    /// <summary>
    /// All run in one process, and those who send ten thousand statements leave the library remembering nothing else: these come
    /// last.
    /// </summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(ProbeBenchmarks), typeof(GateBenchmarks), typeof(ClassifierBenchmarks), typeof(LexerBenchmarks), typeof(LedgerBenchmarks),
        typeof(VerdictBenchmarks), typeof(LeaseBenchmarks), typeof(WrapperBenchmarks), typeof(WrapperAsyncBenchmarks), typeof(ShapeBenchmarks),
        typeof(ShapeAsyncBenchmarks), typeof(RowGrowthBenchmarks), typeof(SessionGrowthBenchmarks), typeof(ClassifierGrowthBenchmarks),
        typeof(PreparedGrowthBenchmarks),
    ];
}
