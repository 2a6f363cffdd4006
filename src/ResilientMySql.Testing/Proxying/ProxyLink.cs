using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Hosting;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Proxying;

/// <summary>One client's connection through the proxy: its two sockets, what is said on them, and what faults do to it. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification =
    "RunAsync closes the sockets at its end; the source of the token has no timer and may be cancelled after that.")]
internal sealed class ProxyLink
{
    private const int ThrottledPiecesPerSecond = 20;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Conversation _conversation;
    private readonly Socket _client;
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly int _id;
    private readonly TimeProvider _time;
    private LinkState _state = LinkState.Open;
    private int _bytesPerSecond;

    public ProxyLink(Socket client, int id, Injector injector, TrafficCounter traffic, TimeProvider time)
    {
        _client = client;
        _id = id;
        _time = time;
        _conversation = new Conversation(id);
        Injector = injector;
        Traffic = traffic;
    }

    public Injector Injector { get; }

    public TrafficCounter Traffic { get; }

    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return _state is LinkState.Open;
        }
    }

    public bool SeesPackets
    {
        get
        {
            lock (_lock)
                return _conversation.SeesPackets;
        }
    }

    /// <summary>What each direction carries at most; 0 where there is no limit.</summary>
    public int BytesPerSecond
    {
        get => Volatile.Read(ref _bytesPerSecond);
        set => Volatile.Write(ref _bytesPerSecond, value);
    }

    /// <summary>Carries the connection until it is over, and closes its sockets.</summary>
    public async Task RunAsync(EndPoint server, CancellationToken stopping)
    {
        using CancellationTokenRegistration registration = stopping.UnsafeRegister(static link => ((ProxyLink)link!).End(Ending.Reset), this);
        try
        {
            await CarryAsync(server).ConfigureAwait(false);
        }
        catch (Exception exception) when (Sockets.IsEnd(exception))
        {
            EndIfOpen(Ending.Reset); // the server cannot be reached
        }

        await WaitUntilOverAsync().ConfigureAwait(false);
        await Task.WhenAll(Sockets.DrainAsync(_client, stopping), Sockets.DrainAsync(_server, stopping)).ConfigureAwait(false);
        _client.Dispose();
        _server.Dispose();
        ReleaseClaims();
    }

    /// <inheritdoc cref="Conversation.NoteClientSpeaks"/>
    public void NoteClientSpeaks()
    {
        lock (_lock)
            _conversation.NoteClientSpeaks();
    }

    public ClientStep ReadClient(ReadOnlySpan<byte> input)
    {
        lock (_lock)
        {
            long before = _conversation.PacketsFromClient;
            ClientStep step = _conversation.ReadClient(input);
            Traffic.NoteFromClient(step.ByteCount, _conversation.PacketsFromClient - before);
            return step;
        }
    }

    public ServerStep ReadServer(ReadOnlySpan<byte> input)
    {
        lock (_lock)
        {
            long before = _conversation.PacketsFromServer;
            ServerStep step = _conversation.ReadServer(input);
            Traffic.NoteFromServer(step.ByteCount, _conversation.PacketsFromServer - before);
            return step;
        }
    }

    public ValueTask<int> ReceiveFromClientAsync(Memory<byte> buffer) => _client.ReceiveAsync(buffer, SocketFlags.None, _over.Token);

    public ValueTask<int> ReceiveFromServerAsync(Memory<byte> buffer) => _server.ReceiveAsync(buffer, SocketFlags.None, _over.Token);

    public Task SendToClientAsync(ReadOnlyMemory<byte> bytes) => SendAsync(_client, bytes);

    public Task SendToServerAsync(ReadOnlyMemory<byte> bytes) => SendAsync(_server, bytes);

    /// <summary>The client will say no more: the server is told so.</summary>
    public void FinishServer() => Sockets.Finish(_server);

    /// <summary>The server will say no more: the client is told so.</summary>
    public void FinishClient() => Sockets.Finish(_client);

    /// <summary>Closes the server's side alone.</summary>
    public void CloseServer() => _server.Dispose();

    /// <summary>Waits, but not longer than the link lasts.</summary>
    public async ValueTask WaitAsync(TimeSpan duration) => await Task.Delay(duration, _time, _over.Token).ConfigureAwait(false);

    /// <summary>Lets a fault strike, and takes it down as soon as it has, or has begun to take its time.</summary>
    public async ValueTask StrikeAsync(Claim claim)
    {
        claim.NoteStriking();
        ValueTask striking = claim.Fault.StrikeAsync(this);
        if (claim.Fault.Point is FaultPoint.BeforeRequest)
            claim.NoteStruck();
        await striking.ConfigureAwait(false);
        claim.NoteStruck();
    }

    /// <summary>Lets a fault strike if the client waits for nothing.</summary>
    public bool TryStrikeIdle(Fault fault)
    {
        lock (_lock)
        {
            if (_state is not LinkState.Open || !_conversation.IsIdle)
                return false;

            ValueTask striking = fault.StrikeAsync(this);
            Debug.Assert(striking.IsCompletedSuccessfully, "What strikes idle connections does not wait.");
            return true;
        }
    }

    /// <summary>Ends the link, or makes it silent; a link that is over stays so.</summary>
    public void End(Ending ending)
    {
        lock (_lock)
        {
            if (_state is LinkState.Over)
                return;

            _state = ending is Ending.Silence ? LinkState.Silent : LinkState.Over;
        }

        switch (ending)
        {
            case Ending.Silence:
                return;
            case Ending.Fin:
                Sockets.Finish(_client);
                break;
            case Ending.Reset:
                Sockets.Reset(_client);
                break;
            default:
                throw new UnreachableException();
        }

        Sockets.Finish(_server);
        _over.Cancel();
    }

    /// <summary>Ends the link unless a fault has made it silent.</summary>
    public void EndIfOpen(Ending ending)
    {
        if (IsOpen)
            End(ending);
    }

    /// <summary>Takes away what faults have left: a silent link ends, a throttled one is free.</summary>
    public void Heal()
    {
        BytesPerSecond = 0;
        bool isSilent;
        lock (_lock)
            isSilent = _state is LinkState.Silent;
        if (isSilent)
            End(Ending.Reset);
    }

    private async Task CarryAsync(EndPoint server)
    {
        var connect = new ProxiedRequest(_id, 0, ServerCommand.Connect, null);
        if (Injector.Draw(connect, seesPackets: true) is { } claim)
            await StrikeAsync(claim).ConfigureAwait(false);
        if (!IsOpen)
            return;

        await _server.ConnectAsync(server, _over.Token).ConfigureAwait(false);
        await Task.WhenAll(new ClientPump(this).RunAsync(), new ServerPump(this).RunAsync()).ConfigureAwait(false);
        EndIfOpen(Ending.Fin);
    }

    private async Task SendAsync(Socket target, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty && IsOpen)
        {
            int rate = BytesPerSecond;
            int count = rate == 0 ? bytes.Length : Math.Min(bytes.Length, Math.Max(1, rate / ThrottledPiecesPerSecond));
            if (rate > 0)
                await WaitAsync(TimeSpan.FromSeconds((double)count / rate)).ConfigureAwait(false);
            int sent = await target.SendAsync(bytes[..count], SocketFlags.None, _over.Token).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    private async Task WaitUntilOverAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = _over.Token.UnsafeRegister(static source => ((TaskCompletionSource)source!).SetResult(), over);
        await over.Task.ConfigureAwait(false);
    }

    private void ReleaseClaims()
    {
        lock (_lock)
        {
            foreach (Exchange exchange in _conversation.Unfinished)
                exchange.Claim?.Release();
        }
    }
}
