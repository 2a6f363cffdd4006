namespace ResilientMySql.Generators.Tests;

/// <summary>Code that is half typed, or that the compiler refuses, stops neither the generator nor the analyzer.</summary>
public sealed class NeighbourTests
{
    private const string Neighbour = "\npublic partial class Neighbours(ResilientMySqlDataSource source) { [Query(\"SELECT 1\")] public partial int Get(); }\n";

    [Theory]
    [InlineData("[Query(\"SELECT 1 IN (@ids)\")] public partial int Bad(List ids);")]
    [InlineData("[Query(\"SELECT 1\")] public partial List Bad();")]
    [InlineData("[Query(\"SELECT 1\")] public partial List<> Bad();")]
    [InlineData("[Query(\"SELECT 1\")] public partial ValueTask<IReadOnlyList> Bad();")]
    [InlineData("[Query(\"SELECT 1\")] public partial (IReadOnlyCollection, int) Bad();")]
    [InlineData("[Query(\"SELECT @o\")] public partial int Bad(__arglist, object o);")]
    [InlineData("[Query(\"SELECT 1\")] partial int IEquatable<int>.Equals(int other);")]
    [InlineData("[Query(\"SELECT 1\")] partial int IMissing<int>.Get();")]
    [InlineData("[Query(\"\\U1\")] public partial int Bad();")]
    [InlineData("[Query(\"\"\")] public partial int Bad();")]
    [InlineData("[Procedure(\"p(@missing)\")] public partial void Bad();")]
    [InlineData("[Procedure(\"p\")] public partial void Bad(Version version);")]
    [InlineData("[Procedure(\"p\")] public partial void Bad(List<int> list);")]
    public void BadMember_LeavesTheOthers(string member) => AssertNeighbour(Sources.CityQueries(member));

    [Theory]
    [InlineData("[RegisterQueries] public static partial void Add(this IServiceCollection a); [RegisterQueries] public static partial void Add(this IServiceCollection a, int b);")]
    [InlineData("[RegisterQueries] public static partial void Add(this IServiceCollection a); [RegisterQueries] public static partial void Add(this IServiceCollection a);")]
    [InlineData("[RegisterQueries, Execute(\"DO 1\")] public static partial void Add(this IServiceCollection a);")]
    [InlineData("[RegisterQueries] public static partial void Add(this IServiceCollection a); [Execute(\"DO 1\")] public static partial void Add(this ResilientMySqlDataSource a);")]
    [InlineData("[RegisterQueries] static partial void IMissing<int>.Add(IServiceCollection a);")]
    public void BadRegistrar_LeavesTheOthers(string members) => AssertNeighbour(Sources.Usings + $"public static partial class Registrar {{ {members} }}");

    [Fact]
    public void ProcedureArgument_IsReportedWhereItIsWritten()
    {
        Generation generation = Generation.Run(Sources.CityQueries("[Procedure(\"p(@id, @missing)\")] public partial void Call(int id);"));

        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal("RMS201", diagnostic.Id);
        Assert.Equal("@missing", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    private static void AssertNeighbour(string source)
    {
        Generation generation = Generation.Run(source + Neighbour);

        Assert.Null(generation.Exception);
        Assert.Contains("Neighbours.Get.g.cs", generation.Sources.Keys);
        Assert.DoesNotContain(generation.AllDiagnostics, diagnostic => diagnostic.Id == "AD0001");
    }
}
