using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResilientMySql.Generators;

namespace ResilientMySql.Benchmarks.Generator;

/// <summary>Times the generator over one project. Each measurement starts from what the one before has left, as an editor does.</summary>
internal sealed class GeneratorMeter
{
    private readonly QueryProject _project;
    private GeneratorDriver _driver;
    private Compilation _input;
    private Compilation _output;
    private int _edition;

    /// <exception cref="InvalidOperationException">What is generated does not compile: there is nothing to measure.</exception>
    public GeneratorMeter(QueryProject project)
    {
        _project = project;
        _input = project.Compile();
        _driver = NewDriver().RunGeneratorsAndUpdateCompilation(_input, out _output, out _);
        if (_driver.GetRunResult().GeneratedTrees.Length != project.Methods || !_output.Emit(Stream.Null).Success)
            throw new InvalidOperationException($"Of {project.Methods} methods {_driver.GetRunResult().GeneratedTrees.Length} were generated, or they do not compile.");
    }

    public int Methods => _project.Methods;

    public TimeSpan Measure(GeneratorOperation operation) => operation switch
    {
        GeneratorOperation.Compile => MeasureCompile(),
        GeneratorOperation.Everything => MeasureGeneration(NewDriver(), _project.Compile()),
        GeneratorOperation.Keystroke => MeasureGeneration(_driver, QueryProject.Typed(_input, ++_edition)),
        GeneratorOperation.SqlEdit => MeasureGeneration(_driver, QueryProject.WithOtherSql(_input, ++_edition)),
        _ => throw new UnreachableException(),
    };

    private TimeSpan MeasureGeneration(GeneratorDriver driver, Compilation input)
    {
        Settle();
        long start = Stopwatch.GetTimestamp();
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out _output, out _);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        _input = input;
        return elapsed;
    }

    private TimeSpan MeasureCompile()
    {
        Compilation fresh = CSharpCompilation.Create("Queries", _output.SyntaxTrees, _output.References, (CSharpCompilationOptions)_output.Options);
        Settle();
        long start = Stopwatch.GetTimestamp();
        fresh.Emit(Stream.Null);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>What one measurement has thrown away is not to be collected during the next.</summary>
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(new QueryGenerator());
}
