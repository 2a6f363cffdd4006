using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Processes;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Http.Apps;

/// <summary>A contender's web application in a process of its own.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly ConcurrentQueue<string> _complaints;

    private AppProcess(HttpContender contender, Process process, int port, ConcurrentQueue<string> complaints)
    {
        Contender = contender;
        Port = port;
        _process = process;
        _complaints = complaints;
        _client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public HttpContender Contender { get; }

    public int Port { get; }

    /// <summary>What it has used of the processor, with what it has started.</summary>
    public TimeSpan Cpu => ProcessTree.CpuOf(_process.Id);

    public static async Task<AppProcess> StartAsync(HttpContender contender, string connectionString, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = HttpContenders.IsPython(contender) ? PythonApp.StartOf(contender, connectionString) : StartOf(contender);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Process process = Process.Start(start)!;
        var complaints = new ConcurrentQueue<string>();
        try
        {
            if (!HttpContenders.IsPython(contender))
                await process.StandardInput.WriteLineAsync(connectionString);

            return new AppProcess(contender, process, await ReadPortAsync(process, complaints, cancellationToken), complaints);
        }
        catch (Exception exception)
        {
            await EndAsync(process);
            if (exception is not EndOfStreamException)
                throw;

            throw new InvalidOperationException($"{HttpContenders.NameOf(contender)} ended while it started. It wrote:\n{string.Join('\n', complaints)}");
        }
    }

    /// <summary>The path that asks for a city.</summary>
    public static string PathOf(City city) => "/?city=" + Uri.EscapeDataString(city.Name);

    /// <summary>Asks for every city, so many at once.</summary>
    /// <exception cref="InvalidOperationException">An answer was wrong.</exception>
    public Task CheckAsync(IEnumerable<City> cities, int callers, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        cities,
        new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = cancellationToken },
        async (city, cancellation) => await CheckAsync(city, cancellation));

    /// <summary>How much it has allocated on the managed heap; null where it has none.</summary>
    public async Task<long?> ReadAllocatedAsync(CancellationToken cancellationToken) => HttpContenders.IsPython(Contender)
        ? null
        : long.Parse(await _client.GetStringAsync(CityApp.AllocatedPath, cancellationToken), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await EndAsync(_process);
    }

    private static ProcessStartInfo StartOf(HttpContender contender)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, CityApp.Name, contender.ToString()]);
        start.Environment["DOTNET_gcServer"] = "1"; // as web applications have it
        return start;
    }

    /// <summary>The port, which is a line of its own in .NET and within uwsgi's messages in Python; the rest is complaints.</summary>
    private static async Task<int> ReadPortAsync(Process process, ConcurrentQueue<string> complaints, CancellationToken cancellationToken)
    {
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, output) => Read(output.Data);
        process.ErrorDataReceived += (_, output) => Read(output.Data);
        process.Exited += (_, _) => port.TrySetException(new EndOfStreamException());
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await port.Task.WaitAsync(cancellationToken);

        void Read(string? line)
        {
            if (line is null)
                return;

            complaints.Enqueue(line);
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                port.TrySetResult(number);
            else if (PythonApp.TryReadPort(line, out int? bound))
                port.TrySetResult(bound.Value);
        }
    }

    /// <summary>On its leash or not, it ends with its input, and keeps nothing.</summary>
    private static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task CheckAsync(City city, CancellationToken cancellationToken)
    {
        int id = Contender is HttpContender.NoDatabase ? ConstantAnswer.Id : city.Id;
        string expected = string.Create(CultureInfo.InvariantCulture, $"City \"{city.Name}\" is #{id}");
        using HttpResponseMessage answer = await _client.GetAsync(PathOf(city), cancellationToken);
        string text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode || text != expected)
        {
            throw new InvalidOperationException(
                $"{HttpContenders.NameOf(Contender)} answers {(int)answer.StatusCode} '{text}' instead of '{expected}'.\n{string.Join('\n', _complaints)}");
        }
    }
}
