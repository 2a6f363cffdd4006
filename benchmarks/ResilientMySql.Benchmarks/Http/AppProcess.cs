using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>The web application in a process of its own, asked over HTTP: each caller has a connection, and waits on it.</summary>
internal sealed class AppProcess : Contender
{
    private readonly HttpContender _contender;
    private readonly Process _process;
    private readonly int _port;
    private readonly HttpConnection?[] _connections;
    private readonly ConcurrentDictionary<string, byte[]> _requests = new();

    private AppProcess(HttpContender contender, Process process, int port, int callers)
    {
        _contender = contender;
        _process = process;
        _port = port;
        _connections = new HttpConnection?[callers];
    }

    public override string Name => HttpContenders.NameOf(_contender);

    public static async Task<AppProcess> StartAsync(HttpContender contender, CallMode mode, BenchmarkServer server, int callers)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, CityApp.Name, contender.ToString(), mode.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["DOTNET_gcServer"] = "1"; // as web applications have it
        Process process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(server.ConnectionString);
        string? port = await process.StandardOutput.ReadLineAsync();
        return port is null
            ? throw new InvalidOperationException($"{HttpContenders.NameOf(contender)} ended; what it wrote last says why.")
            : new AppProcess(contender, process, int.Parse(port, CultureInfo.InvariantCulture), callers);
    }

    public ProcessUse ReadUse()
    {
        using var connection = new HttpConnection(_port);
        return ProcessUse.Parse(Encoding.ASCII.GetString(connection.Ask(HttpConnection.RequestFor(CityApp.UsePath))));
    }

    public override int Request(int caller, string city)
    {
        byte[] request = _requests.GetOrAdd(city, static city => HttpConnection.RequestFor(CityApp.CityPath + Uri.EscapeDataString(city)));
        ReadOnlySpan<byte> answer = (_connections[caller] ??= new HttpConnection(_port)).Ask(request);
        return Utf8Parser.TryParse(answer, out int id, out _) ? id : throw new InvalidDataException("The answer is no number.");
    }

    /// <summary>There is none: to wait asynchronously costs more, and it is not what is measured.</summary>
    public override ValueTask<int> RequestAsync(int caller, string city) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        foreach (HttpConnection? connection in _connections)
            connection?.Dispose();

        _process.Kill(); // it keeps nothing
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
