extern alias driver;
extern alias resilient;

using System.Reflection;
using System.Text.RegularExpressions;

namespace ResilientMySql.Conformance;

/// <summary>docs/differences.md says what the cases show, no less and no more.</summary>
public sealed partial class DifferencesTests
{
    private static string[] KeysOfCases =>
        [.. driver::ResilientMySql.Conformance.Cases.CaseList.All.Values.Select(static found => found.Difference).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryRow_HasACaseAndEveryDifferenceARow() => Assert.Equal(KeysOfCases.AsEnumerable(), KeysOfRows().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryRecord_IsOfACaseThatDiffers()
    {
        IEnumerable<string> differing = driver::ResilientMySql.Conformance.Cases.CaseList.All.Values.Where(static found => found.Difference is not null).Select(static found => found.Name);

        Assert.Equal(differing.Order(StringComparer.Ordinal), RecordedDifferences.CasesWithRecords.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BothLibraries_RunTheSameCases() =>
        Assert.Equal(driver::ResilientMySql.Conformance.Cases.CaseList.All.Keys, resilient::ResilientMySql.Conformance.Cases.CaseList.All.Keys);

    /// <summary>The aliases reach every type that a case could use: otherwise both would be the driver.</summary>
    [Fact]
    public void OurCases_NeverMakeADriversConnection()
    {
        Assembly ours = typeof(resilient::ResilientMySql.Conformance.Cases.CaseList).Assembly;
        string[] signatures = [.. ours.GetTypes().SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(static method => method.GetParameters().Select(static parameter => parameter.ParameterType).Append(method.ReturnType))
            .Select(static type => type.ToString())];

        Assert.DoesNotContain(signatures, static signature => signature.Contains("MySqlConnector.MySqlConnection", StringComparison.Ordinal));
        Assert.Contains(signatures, static signature => signature.Contains("ResilientMySql.ResilientMySqlConnection", StringComparison.Ordinal));
    }

    private static IEnumerable<string> KeysOfRows() =>
        File.ReadAllLines(Path.Combine(RepositoryRoot, "docs", "differences.md"))
            .SkipWhile(static line => line != "## Different")
            .Select(static line => Row().Match(line))
            .Where(static row => row.Success)
            .Select(static row => row.Groups["key"].Value);

    private static string RepositoryRoot => typeof(DifferencesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "RepositoryRoot").Value!;

    [GeneratedRegex(@"^\| `(?<key>[a-z-]+)` \| [^|]+ \| [^|]+ \| [^|]* \|$")]
    private static partial Regex Row();
}
