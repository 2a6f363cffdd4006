using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>Tells what each payload of the answer to COM_STMT_EXECUTE is. No input or output; one parser for each answer.</summary>
/// <param name="statement">What was executed; it is given its columns where the server describes them anew, and told where the server refuses it.</param>
/// <param name="capabilities">What was negotiated.</param>
/// <param name="guids">What GUIDs look like on this session.</param>
internal struct ResponseParser(WireStatement statement, WireCapabilities capabilities, MySqlGuidFormat guids)
{
    private ResponseState _state;
    private bool _isLaterResult;
    private ColumnReceiver _receiver;

    /// <summary>Whether the answer is complete. Nothing may follow, and nothing else must be read.</summary>
    public readonly bool HasEnded => _state is ResponseState.Ended;

    /// <summary>The columns of the current result.</summary>
    public ColumnDefinition[] Columns { get; private set; } = [];

    /// <summary>What the last OK, or end of rows, has said.</summary>
    public OkPayload Ok { get; private set; }

    /// <summary>What the server has said of the session with it; null where the answer ended with an error, which does not say.</summary>
    public ServerStatus? Status { get; private set; }

    /// <summary>What the server has refused with.</summary>
    public ErrPayload Error { get; private set; }

    /// <summary>Takes the next payload, whole.</summary>
    /// <exception cref="WireProtocolException">It has no place where it is; the parser must not be used further.</exception>
    public ResponsePart Feed(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
            throw new WireProtocolException("A packet is empty.");

        return (_state, payload[0]) switch
        {
            (ResponseState.Ended, _) => throw new WireProtocolException("A packet follows an answer that is complete."),
            (_, ErrPayload.Header) => Fail(payload),
            (ResponseState.Start, OkPayload.Header) => Complete(payload),
            (ResponseState.Start, _) => Begin(ColumnCount.Parse(payload, capabilities)),
            (ResponseState.Definitions, _) => Define(payload),
            (ResponseState.EndOfDefinitions, _) => EndDefinitions(payload),
            (_, BinaryRow.Header) => ResponsePart.Row,
            _ => EndRows(payload),
        };
    }

    private ResponsePart Fail(ReadOnlySpan<byte> payload)
    {
        Error = ErrPayload.Parse(payload);
        statement.HasBound = false;
        Status = null;
        _state = ResponseState.Ended;
        return ResponsePart.Error;
    }

    private ResponsePart Complete(ReadOnlySpan<byte> payload)
    {
        Columns = [];
        End(OkPayload.Parse(payload, capabilities));
        return ResponsePart.Ok;
    }

    private ResponsePart Begin(ColumnCount header)
    {
        // What the server leaves out it has sent before, and of later results nothing is kept.
        ColumnDefinition[] known = _isLaterResult ? [] : statement.Columns;
        if (header.HasDefinitions)
        {
            _receiver = new ColumnReceiver(known, header.Count, guids);
            _state = ResponseState.Definitions;
            return ResponsePart.Header;
        }

        if (known.Length != header.Count)
            throw new WireProtocolException($"The server has not described the {header.Count} columns of a result; {known.Length} are known.");

        return Describe(known);
    }

    private ResponsePart Define(ReadOnlySpan<byte> payload)
    {
        _receiver.Take(payload);
        if (!_receiver.IsComplete)
            return ResponsePart.Header;

        if (!_isLaterResult)
            statement.Columns = _receiver.Columns;

        return Describe(_receiver.Columns);
    }

    private ResponsePart Describe(ColumnDefinition[] columns)
    {
        Columns = columns;
        _state = capabilities.DeprecatesEof ? ResponseState.Rows : ResponseState.EndOfDefinitions;
        return capabilities.DeprecatesEof ? ResponsePart.Columns : ResponsePart.Header;
    }

    private ResponsePart EndDefinitions(ReadOnlySpan<byte> payload)
    {
        _ = EofPayload.Parse(payload);
        _state = ResponseState.Rows;
        return ResponsePart.Columns;
    }

    private ResponsePart EndRows(ReadOnlySpan<byte> payload)
    {
        if (payload[0] != EofPayload.Header)
            throw new WireProtocolException($"A row cannot begin with {payload[0]:X2}.");

        End(capabilities.DeprecatesEof ? OkPayload.Parse(payload, capabilities) : OkPayload.Of(EofPayload.Parse(payload)));
        return HasEnded ? ResponsePart.EndOfResults : ResponsePart.EndOfRows;
    }

    private void End(OkPayload ok)
    {
        Ok = ok;
        Status = ok.Status;
        _isLaterResult = true;
        _state = ok.HasMore ? ResponseState.Start : ResponseState.Ended;
    }
}
