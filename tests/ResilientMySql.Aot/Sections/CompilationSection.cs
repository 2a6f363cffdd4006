using System.Runtime.CompilerServices;

namespace ResilientMySql.Aot.Sections;

/// <summary>Whether this is the program that it claims to be.</summary>
internal sealed class CompilationSection : ISection
{
    public string Name => "compilation";

    public Task RunAsync(Report report, string connectionString)
    {
        report.True("nothing is compiled at run time", !RuntimeFeature.IsDynamicCodeCompiled);
        return Task.CompletedTask;
    }
}
