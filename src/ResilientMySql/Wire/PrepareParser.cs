using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>Takes the answer to COM_STMT_PREPARE, payload by payload. No input or output; one parser for each answer.</summary>
internal struct PrepareParser(WireCapabilities capabilities, MySqlGuidFormat guids)
{
    private PrepareState _state;
    private PrepareOk _ok;
    private int _parameters;
    private ColumnReceiver _columns;

    /// <summary>Whether the answer is complete.</summary>
    public readonly bool HasEnded => _state is PrepareState.Ended;

    /// <summary>What the server has refused with.</summary>
    public ErrPayload Error { get; private set; }

    /// <summary>Takes the next payload, whole.</summary>
    /// <returns><see cref="ResponsePart.Header"/> until the answer is complete, then <see cref="ResponsePart.Ok"/> or <see cref="ResponsePart.Error"/>.</returns>
    /// <exception cref="WireProtocolException">It has no place where it is; the parser must not be used further.</exception>
    public ResponsePart Feed(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
            throw new WireProtocolException("A packet is empty.");

        if (HasEnded)
            throw new WireProtocolException("A packet follows an answer that is complete.");

        if (payload[0] == ErrPayload.Header)
            return Fail(payload);

        Take(payload);
        return HasEnded ? ResponsePart.Ok : ResponsePart.Header;
    }

    /// <summary>The statement, once all of the answer was taken.</summary>
    public readonly WireStatement ToStatement(int slot) => new(_ok.StatementId, _ok.ParameterCount)
    {
        Columns = _columns.Columns,
        Slot = slot,
    };

    private ResponsePart Fail(ReadOnlySpan<byte> payload)
    {
        Error = ErrPayload.Parse(payload);
        _state = PrepareState.Ended;
        return ResponsePart.Error;
    }

    private void Take(ReadOnlySpan<byte> payload)
    {
        switch (_state)
        {
            case PrepareState.Start:
                Begin(PrepareOk.Parse(payload));
                break;
            case PrepareState.Parameters:
                TakeParameter(payload);
                break;
            case PrepareState.Columns:
                _columns.Take(payload);
                if (_columns.IsComplete)
                    _state = After(PrepareState.EndOfColumns, PrepareState.Ended);
                break;
            default:
                _ = EofPayload.Parse(payload);
                _state = _state is PrepareState.EndOfParameters ? AfterParameters : PrepareState.Ended;
                break;
        }
    }

    private void Begin(PrepareOk ok)
    {
        if (ok.ColumnCount > ColumnCount.Most)
            throw new WireProtocolException($"A result set cannot have {ok.ColumnCount} columns.");

        _ok = ok;
        _columns = new ColumnReceiver([], ok.ColumnCount, guids);
        _state = ok.ParameterCount > 0 ? PrepareState.Parameters : AfterParameters;
    }

    /// <summary>What servers say of parameters is the same for all, and worth nothing.</summary>
    private void TakeParameter(ReadOnlySpan<byte> payload)
    {
        if (payload[0] == EofPayload.Header)
            throw new WireProtocolException("The server has described fewer parameters than it announced.");

        if (++_parameters == _ok.ParameterCount)
            _state = After(PrepareState.EndOfParameters, AfterParameters);
    }

    private readonly PrepareState AfterParameters => _ok.ColumnCount > 0 ? PrepareState.Columns : PrepareState.Ended;

    private readonly PrepareState After(PrepareState withEof, PrepareState withoutEof) => capabilities.DeprecatesEof ? withoutEof : withEof;
}
