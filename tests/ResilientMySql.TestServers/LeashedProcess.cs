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

    /// <summary>What the program writes to either output, line by line; ends when the program does.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    /// <summary>Starts a program. It starts in its own directory, which is where a .NET application looks for its settings.</summary>
    /// <param name="assemblyPath">A .NET application's assembly.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">Variables beside the inherited ones; secrets go here, where no process list shows them.</param>
    public static LeashedProcess StartDotnet(
        string assemblyPath, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "leash.sh");
        var start = new ProcessStartInfo("bash", [script, "dotnet", assemblyPath, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assemblyPath),
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
