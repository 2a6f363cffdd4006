using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Security.Authentication;
using ResilientMySql.Testing.Hosting;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>One client of a scripted server: its login, then request and reply, until one of the two has had enough.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification =
    "The semaphore has no wait handle to free, and may be released after the connection has ended.")]
internal sealed class ScriptedConnection(ScriptedServer server, Socket socket, int id, CancellationToken stopping)
{
    // A client that has its whole reply may know so before we do.
    private static readonly TimeSpan ReplyTime = TimeSpan.FromSeconds(1);

    // Who holds it, writes. Free while the client waits for nothing.
    private readonly SemaphoreSlim _turn = new(0, 1);
    private readonly ServerGreeting _greeting = server.Greeting;
    private readonly ScriptedStatements _statements = new();
    private PacketStream _packets = null!;
    private Capabilities _capabilities;
    private Ending? _endedUnasked;

    public async Task RunAsync()
    {
        Ending ending = Ending.Fin;
        try
        {
            var stream = new NetworkStream(socket, ownsSocket: false);
            await using (stream.ConfigureAwait(false))
                ending = await ServeAsync(stream).ConfigureAwait(false);
        }
        catch (Exception exception) when (Sockets.IsEnd(exception) || exception is AuthenticationException)
        {
            // The client has gone, or does not like the certificate.
        }

        await EndAsync(ending).ConfigureAwait(false);
    }

    /// <summary>Says something that the client has not asked for, if it waits for nothing.</summary>
    public async Task<bool> TrySayAsync(ErrorReply error)
    {
        if (!await _turn.WaitAsync(ReplyTime, stopping).ConfigureAwait(false))
            return false;

        try
        {
            _packets.Sequence = 0;
            await _packets.WriteAsync(error.Payload, stopping).ConfigureAwait(false);
            _endedUnasked = error.Then;
            EndNow(error.Then);
            return true;
        }
        catch (Exception exception) when (Sockets.IsEnd(exception))
        {
            return false; // the client has just gone
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Ending> ServeAsync(NetworkStream stream)
    {
        var login = new ScriptedLogin(stream, id, _greeting);
        PacketStream? packets = await login.RunAsync(stopping).ConfigureAwait(false);
        server.NoteReceived(new ReceivedRequest(id, ServerCommand.Connect, null, login.Response));
        if (packets is null)
            return Ending.Fin;

        _packets = packets;
        _capabilities = login.Capabilities;
        while (true)
        {
            _turn.Release();
            byte[]? payload = await _packets.ReadAsync(stopping).ConfigureAwait(false);
            if (payload is not { Length: > 0 } || payload[0] == (byte)ServerCommand.Quit)
                return NoteEnd(payload);

            await _turn.WaitAsync(stopping).ConfigureAwait(false);
            if (_endedUnasked is { } ended)
                return ended;
            if (await ReplyAsync(payload).ConfigureAwait(false) is { } ending)
                return ending;
        }
    }

    private Ending NoteEnd(byte[]? payload)
    {
        if (payload is { Length: > 0 })
            server.NoteReceived(new ReceivedRequest(id, ServerCommand.Quit, null, payload));
        return Ending.Fin;
    }

    private async ValueTask<Ending?> ReplyAsync(byte[] payload)
    {
        var command = (ServerCommand)payload[0];
        var request = new ReceivedRequest(id, command, _statements.FindText(command, payload), payload);
        server.NoteReceived(request);
        Reply? reply = command switch
        {
            ServerCommand.SendLongData or ServerCommand.CloseStatement => null,
            ServerCommand.Prepare => server.Script.ChooseForPrepare(request)
                ?? _statements.Prepare(request.Sql!, server.Script.ColumnsOf(request, _greeting), _capabilities),
            _ => server.Script.Choose(request, _greeting),
        };
        if (reply is null)
            return null;

        _packets.Sequence += reply.SequenceError;
        var writer = new ReplyWriter(_packets, _capabilities, server.NoteFile, stopping) { IsBinary = command is ServerCommand.Execute };
        await reply.WriteAsync(writer).ConfigureAwait(false);
        return reply.Then;
    }

    private void EndNow(Ending? ending)
    {
        if (ending is Ending.Fin)
            Sockets.Finish(socket);
        else if (ending is Ending.Reset)
            Sockets.Reset(socket);
    }

    private async Task EndAsync(Ending ending)
    {
        EndNow(ending);
        if (ending is Ending.Silence)
            await WaitForStopAsync().ConfigureAwait(false);
        else if (ending is Ending.Fin)
            await Sockets.DrainAsync(socket, stopping).ConfigureAwait(false);
        socket.Dispose();
    }

    private async Task WaitForStopAsync()
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server is disposed.
        }
    }
}
