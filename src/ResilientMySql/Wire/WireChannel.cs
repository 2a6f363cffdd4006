using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Queries;

namespace ResilientMySql.Wire;

/// <summary>
/// One session's way to its server past the driver: prepares statements, executes them, and reads what they return. Belongs to one
/// physical connection, and serves one call at a time.
/// </summary>
/// <remarks>
/// Between <see cref="Claim"/> and <see cref="Release"/> the driver believes that a command of its own is running. What cannot be
/// read to its end gives the session up (<see cref="GiveUp"/>): nobody is handed a session with unread bytes.
/// </remarks>
internal sealed class WireChannel
{
    private readonly SessionStream _stream;
    private readonly WireCapabilities _capabilities;
    private readonly MySqlGuidFormat _guids;
    private readonly SendBuffer _request = new();
    private readonly ReceiveBuffer _answer = new();
    private ResponseParser _parser;
    private bool _isDue;

    private WireChannel(SessionStream stream, MySqlConnection driver, MySqlGuidFormat guids)
    {
        _stream = stream;
        _guids = guids;
        _capabilities = new WireCapabilities(stream.DeprecatesEof, stream.HasQueryAttributes, stream.CachesMetadata, stream.TracksSession);
        Marker = new MySqlCommand("", driver);
    }

    /// <summary>What the driver believes to be running, and can ask the server to stop.</summary>
    public MySqlCommand Marker { get; }

    /// <summary>The current row.</summary>
    public RowLayout Row { get; } = new();

    /// <summary>The columns of the current result; none where it has no rows.</summary>
    public ColumnDefinition[] Columns => _parser.Columns;

    /// <summary>What the server said at the end of the last result.</summary>
    public OkPayload Ok => _parser.Ok;

    /// <inheritdoc cref="ResponseParser.Status"/>
    public ServerStatus? Status => _parser.Status;

    /// <summary>Whether the server reads executions as they are written here: some versions have attributes of another form.</summary>
    /// <param name="serverVersion">As the server tells it.</param>
    public static bool Suits(string serverVersion) =>
        !(serverVersion.StartsWith("8.0.23", StringComparison.Ordinal) || serverVersion.StartsWith("8.0.24", StringComparison.Ordinal)
            || serverVersion.StartsWith("8.0.25", StringComparison.Ordinal));

    /// <summary>The way, or null and the reason where there is none.</summary>
    /// <param name="driver">Open, and not compressed.</param>
    /// <param name="guids">What GUIDs look like.</param>
    /// <param name="obstacle">As the end of a sentence; empty where there is none.</param>
    public static WireChannel? TryOpen(MySqlConnection driver, MySqlGuidFormat guids, out string obstacle) =>
        SessionStream.TryGet(driver, out obstacle) is { } stream ? new WireChannel(stream, driver, guids) : null;

    /// <summary>Before the first byte is sent.</summary>
    /// <exception cref="InvalidOperationException">The driver has something under way, or has given the session up.</exception>
    public void Claim() => _stream.Claim(Marker);

    /// <summary>The answer was read to its end, or the session given up.</summary>
    public void Release()
    {
        if (_isDue || !_answer.IsEmpty)
            GiveUp(new WireProtocolException("Something is left of an answer that was read to its end."));

        Row.Clear();
        _request.Recycle();
        _answer.Recycle();
        _stream.Release();
    }

    /// <summary>Nothing that comes from the server can be understood any more.</summary>
    public void GiveUp(Exception reason)
    {
        _isDue = false;
        _answer.Clear();
        _stream.GiveUp(reason);
    }

    /// <summary>Prepares a statement.</summary>
    /// <param name="commandText">With a <c>?</c> for each argument.</param>
    /// <param name="slot">Where the session keeps it.</param>
    /// <exception cref="MySqlException">The server refuses it.</exception>
    /// <exception cref="IOException">The link is dead, or what came is no answer.</exception>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public async ValueTask<WireStatement> PrepareAsync<TIo>(string commandText, int slot)
        where TIo : struct, IDriverIo
    {
        Commands.Prepare(_request, commandText);
        await SendAsync<TIo>().ConfigureAwait(false);
        var parser = new PrepareParser(_capabilities, _guids);
        while (true)
        {
            PayloadRange payload = await ReceiveAsync<TIo>().ConfigureAwait(false);
            ResponsePart part = parser.Feed(_answer.Payload(payload));
            _isDue = !parser.HasEnded;
            if (part is ResponsePart.Error)
                throw Answer(parser.Error);

            if (part is ResponsePart.Ok)
                return parser.ToStatement(slot);
        }
    }

    /// <summary>Lets the server forget a statement; it does not answer.</summary>
    public ValueTask CloseAsync<TIo>(WireStatement statement)
        where TIo : struct, IDriverIo
    {
        Commands.Close(_request, statement.Id);
        return TIo.SendAsync(_stream, _request.Packets);
    }

    /// <summary>Writes the execution, with the statement's arguments in it; nothing is sent yet.</summary>
    /// <exception cref="InvalidOperationException">There are more or fewer arguments than placeholders, or too much of them.</exception>
    public void Encode<TStatement>(WireStatement statement, in TStatement arguments)
        where TStatement : struct, IStatement
    {
        WireParameterSink sink = ExecuteEncoder.Begin(_request, statement, _capabilities);
        sink.GuidFormat = _guids;
        arguments.Bind(ref sink);
        ExecuteEncoder.End(ref sink);
        _parser = new ResponseParser(statement, _capabilities, _guids);
    }

    /// <summary>Sends what was encoded, and reads as far as the first row; whether there may be rows.</summary>
    /// <exception cref="MySqlException">The server refuses it.</exception>
    /// <exception cref="IOException">The link is dead, or what came is no answer.</exception>
    public ValueTask<bool> ExecuteAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        ValueTask sending = SendAsync<TIo>();
        if (!sending.IsCompletedSuccessfully)
            return ExecuteSlowlyAsync<TIo>(sending);

        sending.GetAwaiter().GetResult();
        return BeginResultAsync<TIo>();
    }

    /// <summary>Goes to the next row without waiting for it; false where it has not been received.</summary>
    /// <param name="hasRow">False behind the last row.</param>
    /// <inheritdoc cref="ExecuteAsync{TIo}"/>
    public bool TryRead(out bool hasRow)
    {
        bool isHere = _answer.TryTakePayload(out PayloadRange payload);
        hasRow = isHere && Take(payload);
        return isHere || !_isDue;
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    /// <inheritdoc cref="ExecuteAsync{TIo}"/>
    public ValueTask<bool> ReadAsync<TIo>()
        where TIo : struct, IDriverIo =>
        _answer.TryTakePayload(out PayloadRange payload) ? new(Take(payload)) : WaitForRowAsync<TIo>();

    /// <summary>Goes to the next result, behind the last row of the one before; false where there is none.</summary>
    /// <inheritdoc cref="ExecuteAsync{TIo}"/>
    public ValueTask<bool> NextResultAsync<TIo>()
        where TIo : struct, IDriverIo => _isDue ? BeginResultAsync<TIo>() : new(false);

    /// <summary>Reads the rest of the answer, whatever is in it.</summary>
    /// <param name="mindsErrors">Whether errors behind the rows are thrown; nobody may have asked for those rows.</param>
    /// <inheritdoc cref="ExecuteAsync{TIo}"/>
    public ValueTask SkipAsync<TIo>(bool mindsErrors = true)
        where TIo : struct, IDriverIo
    {
        SkipReceived(mindsErrors);
        return _isDue ? SkipSlowlyAsync<TIo>(mindsErrors) : default;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<bool> ExecuteSlowlyAsync<TIo>(ValueTask sending)
        where TIo : struct, IDriverIo
    {
        await sending.ConfigureAwait(false);
        return await BeginResultAsync<TIo>().ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<bool> BeginResultAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        ResponsePart part;
        do
        {
            // Not through ReceiveAsync: most of the time of a call is spent here, and one frame less.
            PayloadRange payload;
            while (!_answer.TryTakePayload(out payload))
                NoteReceived(await TIo.ReceiveAsync(_stream, _answer.Free(1)).ConfigureAwait(false));

            part = Feed(payload);
        }
        while (part is ResponsePart.Header);

        if (part is ResponsePart.Columns)
            Row.Describe(_parser.Columns);

        return part is ResponsePart.Columns;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<bool> WaitForRowAsync<TIo>()
        where TIo : struct, IDriverIo => Take(await ReceiveAsync<TIo>().ConfigureAwait(false));

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private async ValueTask SkipSlowlyAsync<TIo>(bool mindsErrors)
        where TIo : struct, IDriverIo
    {
        while (_isDue)
        {
            NoteReceived(await TIo.ReceiveAsync(_stream, _answer.Free(1)).ConfigureAwait(false));
            SkipReceived(mindsErrors);
        }
    }

    private void SkipReceived(bool mindsErrors)
    {
        while (_isDue && _answer.TryTakePayload(out PayloadRange payload))
        {
            ResponsePart part = _parser.Feed(_answer.Payload(payload));
            _isDue = !_parser.HasEnded;
            if (part is ResponsePart.Error && mindsErrors)
                throw Answer(_parser.Error);
        }
    }

    private bool Take(PayloadRange payload)
    {
        if (Feed(payload) is not ResponsePart.Row)
            return false;

        Row.Read(_answer.Bytes, payload);
        return true;
    }

    private ResponsePart Feed(PayloadRange payload)
    {
        ResponsePart part = _parser.Feed(_answer.Payload(payload));
        _isDue = !_parser.HasEnded;
        return part is ResponsePart.Error ? throw Answer(_parser.Error) : part;
    }

    private ValueTask SendAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        // Each packet has a number, one more than the one before; the answer goes on counting.
        ReadOnlyMemory<byte> packets = _request.Packets;
        _answer.Expect((byte)_request.PacketCount);
        _isDue = true;
        return TIo.SendAsync(_stream, packets);
    }

    private ValueTask<PayloadRange> ReceiveAsync<TIo>()
        where TIo : struct, IDriverIo =>
        _answer.TryTakePayload(out PayloadRange payload) ? new(payload) : WaitAsync<TIo>();

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<PayloadRange> WaitAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        PayloadRange payload;
        do
            NoteReceived(await TIo.ReceiveAsync(_stream, _answer.Free(1)).ConfigureAwait(false));
        while (!_answer.TryTakePayload(out payload));

        return payload;
    }

    private void NoteReceived(int count)
    {
        if (count == 0)
            throw new EndOfStreamException("The server has closed the connection.");

        _answer.Received(count);
    }

    private static MySqlException Answer(ErrPayload error) => DriverExceptions.Answer(error.Number, error.SqlState, error.Message);
}
