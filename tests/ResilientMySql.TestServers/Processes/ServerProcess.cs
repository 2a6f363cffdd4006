using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ResilientMySql.TestServers.Processes;

/// <summary>
/// A server process and its directory, owned by a supervisor that ends both when this process dies, however it dies:
/// the supervisor waits on a pipe that only we hold open (see <c>supervise.sh</c>).
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _supervisor;
    private readonly StringBuilder _complaints = new();
    private Task<string?> _exited = Task.FromResult<string?>(null);
    private int _processId;

    private ServerProcess(string directory, ServerProgram program, IEnumerable<string> arguments)
    {
        LogPath = Path.Combine(directory, "log");
        var script = Path.Combine(AppContext.BaseDirectory, "supervise.sh");
        _supervisor = Process.Start(new ProcessStartInfo("bash", [script, directory, program.Template, program.Path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _supervisor.ErrorDataReceived += (_, line) => _complaints.AppendLine(line.Data);
        _supervisor.BeginErrorReadLine();
    }

    public bool IsRunning => !_exited.IsCompleted;

    public int ProcessId => IsRunning ? _processId : throw new InvalidOperationException("The server does not run.");

    public string LogPath { get; }

    /// <summary>Completes when the server has ended and was reaped.</summary>
    public Task Exited => _exited;

    /// <summary>Makes the directory from the program's template; nothing runs in it yet.</summary>
    public static async Task<ServerProcess> CreateAsync(
        string directory, ServerProgram program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var process = new ServerProcess(directory, program, arguments);
        try
        {
            await process.ExpectAsync("copied", cancellationToken);
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsRunning)
            throw new InvalidOperationException("The server runs already.");
        await _supervisor.StandardInput.WriteLineAsync("start");
        await _supervisor.StandardInput.FlushAsync(cancellationToken);
        _processId = int.Parse(await ExpectAsync("started", cancellationToken), CultureInfo.InvariantCulture);
        _exited = ReadExitAsync();
    }

    public void Send(Signal signal) => signal.Send(ProcessId);

    /// <summary>Waits until every thread of the process stands still after <see cref="Signal.Stop"/>.</summary>
    public void WaitUntilStopped() => SpinWait.SpinUntil(() => !IsRunning || StandsStill());

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Send(Signal.Kill);
            await Exited;
        }

        _supervisor.StandardInput.Close();
        await _supervisor.WaitForExitAsync();
        _supervisor.Dispose();
    }

    private bool StandsStill()
    {
        try
        {
            // The state is the word after the parenthesized name: T for stopped.
            return Directory.GetDirectories($"/proc/{_processId}/task").All(static task =>
                File.ReadAllText(Path.Combine(task, "stat")) is var stat && stat[stat.LastIndexOf(')') + 2] == 'T');
        }
        catch (IOException)
        {
            return false; // a thread ended while we looked
        }
    }

    private async Task<string?> ReadExitAsync() => await _supervisor.StandardOutput.ReadLineAsync();

    private async Task<string> ExpectAsync(string word, CancellationToken cancellationToken)
    {
        var line = await _supervisor.StandardOutput.ReadLineAsync(cancellationToken);
        return line?.StartsWith(word, StringComparison.Ordinal) == true
            ? line[word.Length..]
            : throw new InvalidOperationException($"The server's supervisor answers '{line}' instead of '{word}'. {_complaints}");
    }
}
