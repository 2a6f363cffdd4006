using System.Diagnostics;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Tests;

/// <summary><c>./bench</c> gets as far as its program, with what it was told; everything that it calls is a stand-in here.</summary>
public sealed class BenchScriptTests : IDisposable
{
    private const string Benchmarks = "benchmarks/ResilientMySql.Benchmarks/bin/Release/net10.0/ResilientMySql.Benchmarks.dll";
    private const string Microbenchmarks = "benchmarks/ResilientMySql.Microbenchmarks/bin/Release/net10.0/ResilientMySql.Microbenchmarks.dll";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bench-");

    public void Dispose() => _directory.Delete(recursive: true);

    [SkippableTheory]
    [InlineData("pool", Benchmarks + " pool")]
    [InlineData("sessions", Benchmarks + " sessions")]
    [InlineData("lease --assert", Benchmarks + " lease --assert")]
    [InlineData("overhead --rounds 3", Benchmarks + " overhead --rounds 3")]
    [InlineData("wire", Benchmarks + " wire")]
    [InlineData("bytes", Benchmarks + " bytes")]
    [InlineData("http", Benchmarks + " http")]
    [InlineData("distance", Benchmarks + " distance")]
    [InlineData("recovery", Benchmarks + " recovery")]
    [InlineData("generator", Benchmarks + " generator")]
    [InlineData("micro", Microbenchmarks)]
    [InlineData("micro --filter *Lease*", Microbenchmarks + " --filter *Lease*")]
    public async Task Benchmark_Starts(string arguments, string started)
    {
        Skip.If(OperatingSystem.IsWindows(), "A shell script.");
        File.Copy(Path.Combine(Document.Root, "bench"), Path.Combine(_directory.FullName, "bench"));
        string programs = _directory.CreateSubdirectory("programs").FullName;
        WriteScript(Path.Combine(programs, "dotnet"), "echo \"$@\"");
        string helpers = _directory.CreateSubdirectory("eng").FullName;
        foreach (string helper in Directory.EnumerateFiles(Path.Combine(Document.Root, "eng"), "*.sh"))
            WriteScript(Path.Combine(helpers, Path.GetFileName(helper)), "");

        (int exitCode, string output) = await RunAsync(programs, arguments);

        Assert.Equal((0, started + "\n"), (exitCode, output));
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string programs, string arguments)
    {
        var start = new ProcessStartInfo("bash", ["bench", .. arguments.Split(' ')]) { WorkingDirectory = _directory.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await complaints);
    }

    private static void WriteScript(string path, string body)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
