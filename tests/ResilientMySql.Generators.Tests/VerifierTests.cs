using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>A snapshot that is missing, different or left over fails its test.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("snapshots");

    [Fact]
    public async Task MissingSnapshot_IsWrittenAsReceived()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(Verify);

        Assert.Contains("New:", failure.Message, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(PathOf("#CityQueries.One.g.received.cs"))).Take(3));
    }

    [Fact]
    public async Task AcceptedSnapshot_Passes()
    {
        await Accept();

        await Verify();

        Assert.Single(_directory.EnumerateFiles());
    }

    [Fact]
    public async Task DifferentSnapshot_FailsAndNamesBothFiles()
    {
        await Accept();
        await File.AppendAllTextAsync(PathOf("#CityQueries.One.g.verified.cs"), "// more");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(Verify);

        Assert.Contains("NotEqual:", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Tests.Method#CityQueries.One.g.received.cs", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Tests.Method#CityQueries.One.g.verified.cs", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#CityQueries.Gone.g.verified.cs")]
    [InlineData(".verified.txt")]
    public async Task LeftoverSnapshot_Fails(string name)
    {
        await Accept();
        await File.WriteAllTextAsync(PathOf(name), "");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(Verify);

        Assert.Contains("Delete: Tests.Method" + name, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private async Task Accept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(Verify);
        File.Move(PathOf("#CityQueries.One.g.received.cs"), PathOf("#CityQueries.One.g.verified.cs"));
    }

    private Task Verify()
    {
        GeneratorDriver driver = Generation.Compiled(Sources.CityQueries("[Query(\"SELECT 1\")] public partial int One();"));
        return Verifier.Verify(driver, Path.Combine(_directory.FullName, "Tests.cs"), "Method");
    }

    private string PathOf(string name) => Path.Combine(_directory.FullName, "Tests.Method" + name);
}
