using System.Reflection;
using System.Text.RegularExpressions;
using Swap.Tests.Shop;

namespace Swap.Tests.Swapping;

/// <summary>eng/swap.sh on the sample, and on code that it cannot do alone.</summary>
public sealed class SwapScriptTests
{
    /// <summary>The tests of the sample, which pass on MySqlConnector in this very assembly, pass on ours once compiled after the swap.</summary>
    [Fact]
    public async Task SwappedSample_PassesItsTestsOnOurTypes()
    {
        using CodeBase sample = CodeBase.CopyOfTheSample();
        AssertExit(0, await sample.SwapAsync());
        AssertExit(0, await Shell.RunAsync("eng/build.sh", sample.PathOf("tests/Swap.Tests/Swap.Tests.csproj")));

        string[] used = UsedTypes.Of(sample.PathOf("samples/Swap/bin/Release/net10.0/FilmRental.dll"));
        Assert.Contains("ResilientMySql.ResilientMySqlConnection", used);
        Assert.Contains("MySqlConnector.MySqlParameter", used);
        Assert.DoesNotContain("MySqlConnector.MySqlConnection", used);
        Assert.DoesNotContain("MySqlConnector.MySqlDataSource", used);

        string output = AssertExit(0, await Shell.RunAsync("dotnet", "test", sample.PathOf("tests/Swap.Tests/bin/Release/net10.0/Swap.Tests.dll")));
        Assert.Matches($@"Failed: +0, Passed: +{CasesOfTheSample()}, Skipped: +0", output);
    }

    [Fact]
    public async Task SecondRun_ChangesNothing_AndUndoRestoresEveryByte()
    {
        using CodeBase sample = CodeBase.CopyOfTheSample();
        SortedDictionary<string, string> before = sample.Read();
        AssertExit(0, await sample.SwapAsync());
        SortedDictionary<string, string> swapped = sample.Read();
        Assert.NotEqual(before, swapped);

        string second = AssertExit(0, await sample.SwapAsync());
        Assert.Contains(" 0 change(s)", second, StringComparison.Ordinal);
        Assert.Equal(swapped, sample.Read());

        AssertExit(0, await sample.UndoAsync());
        Assert.Equal(before, sample.Read());
    }

    [Fact]
    public async Task DirectoryWithoutProject_IsRefused()
    {
        using var empty = new CodeBase();
        Assert.Contains("there is no C# project", AssertExit(1, await empty.SwapAsync()), StringComparison.Ordinal);

        empty.Write("Other/Other.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        Assert.Contains("no C# project below", AssertExit(1, await empty.SwapAsync()), StringComparison.Ordinal);
        Assert.Single(empty.Read());
    }

    [Fact]
    public async Task PackageUser_GetsTheReferenceWhereTheVersionIs()
    {
        using var code = new CodeBase();
        code.Write("Own/Own.csproj", "<Project>\r\n  <PackageReference Include=\"MySqlConnector\" Version=\"2.6.2\" />\r\n</Project>");
        code.Write("Central/Directory.Packages.props", "<Project>\n  <PackageVersion Include=\"MySqlConnector\" Version=\"2.6.2\" />\n</Project>\n");
        code.Write("Central/Central.csproj", "<Project>\n  <PackageReference Include=\"MySqlConnector\" />\n</Project>\n");
        AssertExit(0, await Shell.RunAsync("eng/swap.sh", "--version", "7.8.9", code.Root));

        SortedDictionary<string, string> files = code.Read();
        Assert.Contains("<PackageReference Include=\"ResilientMySql\" Version=\"7.8.9\" />\r\n  <PackageReference Include=\"MySqlConnector\"", files["Own/Own.csproj"], StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"ResilientMySql\" />\n", files["Central/Central.csproj"], StringComparison.Ordinal);
        Assert.Contains("<PackageVersion Include=\"ResilientMySql\" Version=\"7.8.9\" />\n", files["Central/Directory.Packages.props"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace N;\nusing MySqlConnector;\n", 2, "inside a namespace")]
    [InlineData("using MySqlConnection = MySqlConnector.MySqlConnection;\n", 1, "an alias of its own")]
    [InlineData("_ = Type.GetType(\"MySqlConnector.MySqlConnection, MySqlConnector\");\n", 1, "name in a string")]
    [InlineData("using MySqlConnector;\n_ = connection.GetType().Name == \"MySqlConnection\";\n", 2, "begins with Resilient")]
    [InlineData("MySqlConnector.MySqlHelper.ClearConnectionPools();\n", 1, "the driver's pools only")]
    public async Task WhatNeedsAHand_IsNamedWithItsLine(string source, int line, string reason)
    {
        using var code = new CodeBase();
        code.Write("App/App.csproj", "<Project>\n  <PackageReference Include=\"MySqlConnector\" Version=\"2.6.2\" />\n</Project>\n");
        code.Write("App/Code.cs", source);

        string output = AssertExit(3, await code.SwapAsync());

        Assert.Matches($@"BY HAND  \S+/Code\.cs:{line}: .*{Regex.Escape(reason)}", output);
    }

    [Fact]
    public async Task FullNames_AreRewrittenOutsideStringsOnly()
    {
        const string Before = "class C { void M() { s.AddMySqlDataSource(\"AddMySqlDataSource\"); } MySqlConnector.MySqlConnection a = new global::MySqlConnector.MySqlConnection(\"x\"); char c = '\"'; MySqlConnector.MySqlException? e; "
            + "string s = \"MySqlConnector.MySqlCommandBuilders\"; My.MySqlConnector.MySqlCommand d; MySqlConnector.MySqlCommandBuilder b; }";
        using var code = new CodeBase();
        code.Write("App/App.csproj", "<Project>\n  <PackageReference Include=\"MySqlConnector\" Version=\"2.6.2\" />\n</Project>\n");
        code.Write("App/Code.cs", Before);
        await code.SwapAsync();

        Assert.Equal(
            "class C { void M() { s.AddResilientMySqlDataSource(\"AddMySqlDataSource\"); } ResilientMySql.ResilientMySqlConnection a = new global::ResilientMySql.ResilientMySqlConnection(\"x\"); char c = '\"'; MySqlConnector.MySqlException? e; "
            + "string s = \"MySqlConnector.MySqlCommandBuilders\"; My.MySqlConnector.MySqlCommand d; ResilientMySql.ResilientMySqlCommandBuilder b; }",
            code.Read()["App/Code.cs"]);
    }

    private static string AssertExit(int expected, (int ExitCode, string Output) ended)
    {
        Assert.True(ended.ExitCode == expected, $"Exit code {ended.ExitCode}, not {expected}:\n{ended.Output}");
        return ended.Output;
    }

    private static int CasesOfTheSample() => Enum.GetValues<ResilientMySql.TestServers.ServerEngine>().Length * typeof(RentedShop).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(RentedShop).Namespace)
        .Sum(static type => type.GetMethods().Count(static method => method.GetCustomAttribute<TheoryAttribute>() is not null));
}
