using System.Reflection;

namespace ResilientMySql.Aot.Tests;

/// <summary>The program of <c>tests/ResilientMySql.Aot</c>, compiled ahead of time by <c>eng/native.sh</c>.</summary>
/// <param name="ExitCode">0 where it is there, 3 where what compiling it needs is missing.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Messages">What compiling it had to say.</param>
internal sealed record NativeProgram(int ExitCode, string Path, string Messages)
{
    private const int CannotBeCompiledHere = 3;

    private static readonly Lazy<Task<NativeProgram>> Compiled = new(CompileAsync);

    /// <summary>Compiles it once a process.</summary>
    public static Task<NativeProgram> GetAsync() => Compiled.Value;

    /// <summary>Skips the test where this machine cannot compile ahead of time, and fails it where the program does not compile.</summary>
    public void Require()
    {
        Skip.If(ExitCode == CannotBeCompiledHere, Messages.Trim());
        Assert.True(ExitCode == 0, Messages);
    }

    private static async Task<NativeProgram> CompileAsync()
    {
        string script = typeof(NativeProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "NativeScript").Value!;
        Finished finished = await Finished.RunAsync("bash", [script], ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_UI_LANGUAGE", "en"));
        return new NativeProgram(finished.ExitCode, finished.Output.Trim(), finished.Errors);
    }
}
