using System.Diagnostics;

namespace ResilientMySql.Testing.Protocol;

/// <summary>
/// Listens to both directions of one connection and says what is what: login, requests, answers, rows. Does no I/O and
/// never throws, whatever it hears; what it does not understand it passes on as bytes from there on.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Conversation(int connectionId)
{
    private const int LongestRequestPrefix = 1 << 20;
    private const int LongestAnswerPrefix = 1 << 12;

    private readonly PayloadFramer _fromClient = new(LongestRequestPrefix);
    private readonly PayloadFramer _fromServer = new(LongestAnswerPrefix);
    private readonly Queue<Exchange> _pending = new();
    private readonly PreparedTexts _texts = new();
    private Phase _phase = Phase.Greeting;
    private Capabilities _capabilities;
    private Exchange? _announced;

    // The client had begun to speak while it waited for nothing, and nothing that is to be answered has been heard since.
    private bool _mayStartRoundTrip;
    private Exchange? _unseen;
    private long _requestCount;

    private enum Phase
    {
        Greeting,
        Login,
        Authentication,
        Commands,
        Bytes,
    }

    /// <summary>Whether packets can be seen, or still may be.</summary>
    public bool SeesPackets => _phase is not Phase.Bytes;

    /// <summary>Whether the client is logged in and waits for nothing.</summary>
    public bool IsIdle => _phase switch
    {
        Phase.Commands => _pending.Count == 0 && _fromClient.IsBetweenPayloads && _fromServer.IsBetweenPayloads,
        Phase.Bytes => _unseen is { IsAnswered: true },
        _ => false,
    };

    public long PacketsFromClient => _fromClient.PacketCount;

    public long PacketsFromServer => _fromServer.PacketCount;

    /// <summary>Exchanges that have begun and are not known to be over.</summary>
    public IEnumerable<Exchange> Unfinished => _unseen is null ? _pending : _pending.Append(_unseen);

    /// <summary>
    /// Bytes from the client have been received, to be taken one request after the other: what came together was sent together, and
    /// shares a round trip even where its first request is answered before the next one is looked at.
    /// </summary>
    public void NoteClientSpeaks()
    {
        if (_fromClient.IsBetweenPayloads)
            _mayStartRoundTrip = _pending.Count == 0;
    }

    /// <summary>Takes bytes from the client: as many as belong together.</summary>
    public ClientStep ReadClient(ReadOnlySpan<byte> input)
    {
        if (_phase is Phase.Bytes)
            return ReadClientBytes(input.Length);

        int byteCount = _fromClient.Read(input, out bool isComplete);
        if (_phase is Phase.Commands)
            return ReadCommand(byteCount, isComplete);
        if (_phase is Phase.Login && isComplete)
            NoteLogin();
        return new ClientStep(ClientStepKind.Pass, byteCount);
    }

    /// <summary>Takes bytes from the server: as many as belong together.</summary>
    public ServerStep ReadServer(ReadOnlySpan<byte> input)
    {
        if (_phase is Phase.Bytes)
            return ReadServerBytes(input.Length);

        int byteCount = _fromServer.Read(input, out bool isComplete);
        if (_phase is Phase.Commands)
            return ReadAnswer(byteCount, isComplete);
        if (isComplete)
            NoteLoginReply(_fromServer.Prefix);
        return new ServerStep(byteCount);
    }

    private ClientStep ReadClientBytes(int byteCount)
    {
        // A request begins when the client speaks after the server has.
        if (_unseen is { IsAnswered: false })
            return new ClientStep(ClientStepKind.Pass, byteCount, _unseen);

        _unseen = new Exchange(NextRequest(ServerCommand.Unseen, null), new AnswerReader(ServerCommand.Unseen, _capabilities))
        {
            StartsRoundTrip = true,
            Previous = _unseen,
        };
        return new ClientStep(ClientStepKind.Request, byteCount, _unseen, EndsRequest: true);
    }

    private ClientStep ReadCommand(int byteCount, bool isComplete)
    {
        if (_pending.TryPeek(out Exchange? current) && current.Answer.TakesClientData)
        {
            if (isComplete && _fromClient.PayloadLength == 0)
                current.Answer.NoteFileSent();
            return new ClientStep(ClientStepKind.Pass, byteCount);
        }

        if (_announced is { } announced)
        {
            _announced = isComplete ? null : announced;
            return new ClientStep(ClientStepKind.Pass, byteCount, announced, EndsRequest: isComplete);
        }

        if (!isComplete && !_fromClient.IsPrefixFull)
            return new ClientStep(ClientStepKind.Hold, byteCount);

        Exchange exchange = Announce(_fromClient.Prefix);
        _announced = isComplete ? null : exchange;
        return new ClientStep(ClientStepKind.Request, byteCount, exchange, EndsRequest: isComplete);
    }

    private Exchange Announce(ReadOnlySpan<byte> payload)
    {
        var command = payload.IsEmpty ? ServerCommand.Unseen : (ServerCommand)payload[0];
        ProxiedRequest request = NextRequest(command, FindText(command, payload));
        var exchange = new Exchange(request, new AnswerReader(command, _capabilities))
        {
            StartsRoundTrip = request.HasAnswer && _mayStartRoundTrip,
        };
        if (!request.HasAnswer)
            return exchange;

        _mayStartRoundTrip = false;
        _pending.Enqueue(exchange);
        return exchange;
    }

    private string? FindText(ServerCommand command, ReadOnlySpan<byte> payload)
    {
        switch (command)
        {
            case ServerCommand.Query:
                return RequestText.Read(command, payload, _capabilities);
            case ServerCommand.Prepare:
                string text = RequestText.Read(command, payload, _capabilities);
                _texts.NoteAsked(text);
                return text;
            case ServerCommand.Execute or ServerCommand.ExecuteBulk or ServerCommand.Fetch
                or ServerCommand.ResetStatement or ServerCommand.SendLongData:
                return _texts.Find(payload);
            case ServerCommand.CloseStatement:
                string? closed = _texts.Find(payload);
                _texts.NoteClosed(payload);
                return closed;
            case ServerCommand.ResetConnection or ServerCommand.ChangeUser:
                _texts.Clear();
                return null;
            default:
                return null;
        }
    }

    private ProxiedRequest NextRequest(ServerCommand command, string? sql) => new(connectionId, ++_requestCount, command, sql);

    private void NoteLogin()
    {
        Capabilities? asked = Login.ReadResponse(_fromClient.Prefix);
        if (asked is null || Login.IsSslRequest(asked.Value, _fromClient.PayloadLength))
        {
            _phase = Phase.Bytes;
            return;
        }

        _capabilities &= asked.Value;
        _phase = Phase.Authentication;
    }

    private void NoteLoginReply(ReadOnlySpan<byte> payload)
    {
        const byte Ok = 0x00, Error = 0xFF;
        byte first = payload.IsEmpty ? Error : payload[0];
        _phase = (_phase, first) switch
        {
            (Phase.Greeting, Error) => Phase.Greeting,
            (Phase.Greeting, _) => NoteGreeting(payload),
            (Phase.Authentication, Ok) => IsCompressed ? Phase.Bytes : Phase.Commands,
            (Phase.Authentication or Phase.Login, _) => _phase,
            _ => throw new UnreachableException(),
        };
    }

    private Phase NoteGreeting(ReadOnlySpan<byte> payload)
    {
        Capabilities? offered = Login.ReadGreeting(payload);
        _capabilities = offered.GetValueOrDefault();
        return offered is null ? Phase.Bytes : Phase.Login;
    }

    private bool IsCompressed => (_capabilities & (Capabilities.Compress | Capabilities.ZstdCompression)) != 0;

    private ServerStep ReadServerBytes(int byteCount)
    {
        if (_unseen is not { } exchange)
            return new ServerStep(byteCount);

        bool isFirst = !exchange.IsAnswered;
        exchange.IsAnswered = true;
        var progress = new AnswerProgress(exchange.AnswerByteCount, byteCount, 0, IsInRows: false, IsAnswered: isFirst, AsksForFile: false);
        exchange.AnswerByteCount += byteCount;
        return new ServerStep(byteCount, exchange, progress);
    }

    private ServerStep ReadAnswer(int byteCount, bool isComplete)
    {
        if (!_pending.TryPeek(out Exchange? exchange))
            return new ServerStep(byteCount);

        AnswerPart part = isComplete ? exchange.Answer.Read(_fromServer.Prefix, _fromServer.PayloadLength) : AnswerPart.Other;
        exchange.RowCount += part is AnswerPart.Row ? 1 : 0;
        exchange.IsAnswered = part is AnswerPart.End or AnswerPart.NotUnderstood;
        var progress = new AnswerProgress(
            exchange.AnswerByteCount,
            byteCount,
            exchange.RowCount,
            isComplete && exchange.Answer.IsInRows,
            exchange.IsAnswered,
            isComplete && exchange.Answer.AsksForFile);
        exchange.AnswerByteCount += byteCount;
        if (part is AnswerPart.End)
            NoteAnswered(exchange);
        else if (part is AnswerPart.NotUnderstood)
            GiveUpPackets(exchange);
        return new ServerStep(byteCount, exchange, progress, EndsAnswer: part is AnswerPart.End);
    }

    private void NoteAnswered(Exchange exchange)
    {
        _pending.Dequeue();
        if (exchange.Answer.StatementId is { } id)
            _texts.NotePrepared(id, exchange.Request.Sql);
    }

    private void GiveUpPackets(Exchange exchange)
    {
        _phase = Phase.Bytes;
        _pending.Dequeue();
        _unseen = exchange;
    }
}
