using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using MySqlConnector;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Benchmarks.Wire.Worker;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>A contender in a process of its own, which does what it is told, and nothing between. Ends with its input.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerProcess(WireContender contender, Process process)
    {
        Contender = contender;
        _process = process;
    }

    public WireContender Contender { get; }

    public static async Task<WorkerProcess> StartAsync(WireContender contender, CallMode mode, BenchmarkServer server)
    {
        var process = Process.Start(contender is WireContender.CClient ? StartOf(CClientPath) : StartOf(
            "dotnet", Assembly.GetExecutingAssembly().Location, WorkerProgram.Name, contender.ToString(), mode.ToString()))!;
        var worker = new WorkerProcess(contender, process);
        await process.StandardInput.WriteLineAsync(contender is WireContender.CClient ? ForC(server.ConnectionString) : server.ConnectionString);
        foreach (City city in server.Cities)
            await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{city.Id}\t{city.Name}"));

        await process.StandardInput.WriteLineAsync();
        return worker;
    }

    /// <summary>Opens what so many callers need, and asks until nothing is compiled any more.</summary>
    public async Task SettleAsync(int callers, TimeSpan limit, CancellationToken cancellationToken)
    {
        string answer = await AskAsync($"settle {callers}", limit, cancellationToken);
        if (answer != WorkerProgram.Settled)
            throw new InvalidOperationException($"{WireContenders.NameOf(Contender)} answered {answer}.");
    }

    /// <summary>A turn, after a shorter one that does not count.</summary>
    public async Task<WireSample> RunAsync(int callers, TimeSpan duration, CancellationToken cancellationToken) =>
        WireSample.Parse(await AskAsync($"run {callers}", duration, cancellationToken));

    /// <summary>A turn that does nothing to the heap before; not in C.</summary>
    public async Task<WireSample> CountAsync(int callers, TimeSpan duration, CancellationToken cancellationToken) =>
        WireSample.Parse(await AskAsync($"count {callers}", duration, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        _process.Kill(); // it keeps nothing
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> AskAsync(string command, TimeSpan time, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{command} {(int)time.TotalMilliseconds}"));
        return await _process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{WireContenders.NameOf(Contender)} ended; what it wrote last says why.");
    }

    /// <summary>Where eng/c-client.sh puts it.</summary>
    private static string CClientPath => Path.Combine(Reports.Document.Root, "artifacts", "c-client", "client");

    private static ProcessStartInfo StartOf(string program, params string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private static string ForC(string connectionString)
    {
        var parts = new MySqlConnectionStringBuilder(connectionString);
        return string.Create(CultureInfo.InvariantCulture, $"{parts.Server}\t{parts.Port}\t{parts.UserID}\t{parts.Password}\t{parts.Database}");
    }
}
