using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResilientMySql.Generators.Tests;

/// <summary>Which versions of C# a project may set.</summary>
public sealed class LanguageTests
{
    private const string Source = Sources.Usings + """
        namespace Sakila
        {
            namespace Data
            {
                public partial class CityQueries
                {
                    private readonly ResilientMySqlDataSource _dataSource = null!;

                    public ResilientMySqlDataSource Source() => _dataSource;

                    [Query("SELECT city FROM city WHERE city_id = @id")]
                    public partial string? GetCity(int id);
                }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public void TooOld_IsReportedAndTheBodyThrows(LanguageVersion version, string name)
    {
        Generation generation = Generation.Run(new LanguageSettings { Version = version }, [], Source);

        Assert.Null(generation.Exception);
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal("RMS108", diagnostic.Id);
        Assert.Equal($"The body of 'GetCity' needs C# 12.0, and this is C# {name}: set LangVersion, or leave it out", diagnostic.GetMessage(null));
        Assert.Equal("GetCity", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Contains("NotSupportedException", Assert.Single(generation.Sources.Values), StringComparison.Ordinal);
        Assert.Empty(generation.CompilerComplaints());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void NewEnough_Runs(LanguageVersion version)
    {
        Generation generation = Generation.Run(new LanguageSettings { Version = version }, [], Source);

        Assert.Empty(generation.Diagnostics);
        Assert.Contains("QueryRunner.FirstOrDefault", Assert.Single(generation.Sources.Values), StringComparison.Ordinal);
        Assert.Empty(generation.CompilerComplaints());
    }
}
