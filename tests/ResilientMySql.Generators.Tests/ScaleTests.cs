using System.Text;
using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>With a thousand methods in a project, a keystroke costs what it is about and no more.</summary>
public sealed class ScaleTests
{
    private const int MethodsPerClass = 50;
    private const int Classes = 20;
    private const string Other = "File20.cs";

    private static readonly Lazy<Generation> Start = new(Generate);

    [Fact]
    public void AThousandMethods_AreGeneratedAndCompile()
    {
        Generation start = Start.Value;

        Assert.Null(start.Exception);
        Assert.Equal(Classes * MethodsPerClass, start.Sources.Count);
        Assert.Empty(start.CompilerComplaints());
        Assert.Empty(start.Diagnostics);
    }

    [Theory]
    [InlineData(Other, "return 1;", "return 12;")]
    [InlineData(Other, "int Last()", "int LastB()")]
    [InlineData("File0.cs", "// Why?", "// Why not?")]
    [InlineData("File0.cs", "return 0;", "return 0\n;")]
    [InlineData("File0.cs", "int First()", "int FirstB()")]
    [InlineData("File0.cs", "return 1;", "return 12;")]
    public void UnrelatedKeystroke_RunsNoStep(string file, string old, string replacement)
    {
        Generation edited = Start.Value.Edit(file, old, replacement);

        Assert.All(StepNames.All, step => Assert.DoesNotContain(edited.Reasons(step), IsFresh));
        Assert.DoesNotContain(edited.OutputReasons(), IsFresh);
    }

    [Fact]
    public void SqlEdit_EmitsOneFile()
    {
        Generation start = Start.Value;
        Generation edited = start.Edit("File3.cs", "SELECT 7 FROM city", "SELECT 70 FROM city");

        Assert.Equal(1, edited.Reasons(StepNames.Methods).Count(IsFresh));
        Assert.Equal(1, edited.OutputReasons().Count(IsFresh));
        string changed = Assert.Single(edited.Sources.Keys, name => edited.Sources[name] != start.Sources[name]);
        Assert.Equal("Queries3.Get7.g.cs", changed);
    }

    private static Generation Generate()
    {
        string[] sources = [.. Enumerable.Range(0, Classes).Select(Queries), "public sealed class Other { public int Last() { return 1; } }"];
        return Generation.Run(sources);
    }

    private static string Queries(int number)
    {
        var source = new StringBuilder(Sources.Usings);
        source.Append($"public sealed partial class Queries{number}(ResilientMySqlDataSource dataSource)\n{{\n");
        source.Append("    // Why?\n    public int First() { return 0; }\n\n");
        for (int method = 0; method < MethodsPerClass; method++)
            source.Append($"    [Query(\"SELECT {method} FROM city WHERE city_id = @id\")]\n    public partial int? Get{method}(int id);\n\n");

        return source.Append("    public int Last() { return 1; }\n}\n").ToString();
    }

    private static bool IsFresh(IncrementalStepRunReason reason) =>
        reason is not (IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached);
}
