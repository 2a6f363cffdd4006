using System.Diagnostics;
using System.Threading.Channels;

namespace ResilientMySql.TestServers;

/// <summary>A program that dies with this process, also when this process is killed (see <c>leash.sh</c>).</summary>
public sealed class LeashedProcess : IAsyncDisposable
{
    private readonly Process _leash;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task _reading;

    private LeashedProcess(Process leash)
    {
        _leash = leash;
        _reading = ReadAsync();
    }

    /// <summary>The process that holds the leash: the program is its child.</summary>
    public int ProcessId => _leash.Id;

    /// <summary>What the program writes to either output, line by line; ends when the program does.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    /// <summary>Starts a .NET application. It starts in its own directory, which is where it looks for its settings.</summary>
    /// <param name="assemblyPath">Its assembly.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">Variables beside the inherited ones; secrets go here, where no process list shows them.</param>
    public static LeashedProcess StartDotnet(
        string assemblyPath, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment) =>
        Start("dotnet", Path.GetDirectoryName(assemblyPath)!, [assemblyPath, .. arguments], environment);

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path, or its name where it is on the search path.</param>
    /// <param name="directory">Where it starts.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">Variables beside the inherited ones; secrets go here, where no process list shows them.</param>
    public static LeashedProcess Start(
        string program, string directory, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "leash.sh");
        var start = new ProcessStartInfo("bash", [script, program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new LeashedProcess(Process.Start(start)!);
    }

    /// <summary>Kills the program, where it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        _leash.StandardInput.Close();
        await _leash.WaitForExitAsync();
        await _reading;
        _leash.Dispose();
    }

    private async Task ReadAsync()
    {
        await Task.WhenAll(ReadAsync(_leash.StandardOutput), ReadAsync(_leash.StandardError));
        _lines.Writer.Complete();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            _lines.Writer.TryWrite(line);
    }
}
