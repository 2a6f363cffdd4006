using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>What [GenerateAsync] declares, and where it declares nothing.</summary>
public sealed class SiblingTests
{
    [Theory]
    [InlineData("Own a = Own.Two")]
    [InlineData("Own a = Own.One | Own.Two")]
    [InlineData("Own? a = (Own)(-7)")]
    [InlineData("float a = 0.1f")]
    [InlineData("float? a = float.NegativeInfinity")]
    [InlineData("double a = 1e300")]
    [InlineData("double a = double.NaN")]
    [InlineData("decimal a = 1.50m")]
    [InlineData("decimal? a = -1m")]
    [InlineData("char a = '\\''")]
    [InlineData("string a = \"\\\"\\n\\u2028{\"")]
    [InlineData("string? a = null")]
    [InlineData("DateTime a = default")]
    [InlineData("ulong a = ulong.MaxValue")]
    [InlineData("bool a = true")]
    public void Default_IsRepeated(string parameter) => Generation.Compiled(Sources.CityQueries(
        $"public enum Own {{ One = 1, Two = 2 }} [Query(\"SELECT @a\"), GenerateAsync] public partial int Get({parameter}); public object Use() => GetAsync();"));

    [Theory]
    [InlineData("public ValueTask<int> GetAsync(CancellationToken token) => default; [Query(\"SELECT 1\"), GenerateAsync] public partial int Get();")]
    [InlineData("public int GetAsync => 1; [Query(\"SELECT 1\"), GenerateAsync] public partial int Get();")]
    [InlineData("[Query(\"SELECT 1\")] public partial ValueTask<int> GetAsync(CancellationToken token); [Query(\"SELECT 1\"), GenerateAsync] public partial int Get();")]
    [InlineData("[Procedure(\"p\"), GenerateAsync] public partial void Get(out int a);")]
    [InlineData("[Query(\"SELECT 1\"), GenerateAsync] public partial ValueTask<int> Get(CancellationToken token);")]
    public void InTheWay_IsReportedAndTheMethodStands(string members)
    {
        Generation generation = Generation.Run(Sources.CityQueries(members));

        Assert.Equal("RMS109", Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.CompilerComplaints());
    }

    [Fact]
    public void Overload_IsNotInTheWay() => Generation.Compiled(Sources.CityQueries(
        "public int GetAsync(int id) => id; [Query(\"SELECT @id\"), GenerateAsync] public partial int Get(int id); [Query(\"SELECT @id\"), GenerateAsync] public partial int Get(string id);"));

    [Fact]
    public void GenericMethod_HasNone()
    {
        Generation generation = Generation.Run(Sources.CityQueries("[Query(\"SELECT @id\"), GenerateAsync] public partial int Get<T>(T id);"));

        Assert.Contains(generation.Diagnostics, diagnostic => diagnostic.Id == "RMS105");
        Assert.DoesNotContain(generation.CompilerComplaints(), complaint => complaint.Severity is DiagnosticSeverity.Error);
    }
}
