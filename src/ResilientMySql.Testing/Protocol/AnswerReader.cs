using System.Diagnostics;

namespace ResilientMySql.Testing.Protocol;

/// <summary>
/// Follows one answer from payload to payload: where its rows are and where it ends. MySQL Internals, "Text Resultset",
/// "COM_STMT_PREPARE Response"; MariaDB's where they differ.
/// </summary>
internal sealed class AnswerReader(ServerCommand command, Capabilities capabilities)
{
    private const int MostColumns = 4096;
    private const int LongestEof = 8;
    private const int LongestPacket = 0xFF_FFFF;
    private const byte Ok = 0x00, LocalFile = 0xFB, Eof = 0xFE, Error = 0xFF;

    private State _state = command switch
    {
        ServerCommand.Prepare => State.PrepareHeader,
        ServerCommand.Fetch => State.Rows,
        ServerCommand.FieldList => State.Fields,
        ServerCommand.Statistics => State.Line,
        ServerCommand.ChangeUser => State.Authentication,
        ServerCommand.Unseen or ServerCommand.BinlogDump or ServerCommand.BinlogDumpGtid or ServerCommand.Clone => State.Stream,
        _ => State.Header,
    };

    private int _columnsLeft;
    private int _preparedColumns;

    private enum State
    {
        Header,
        Columns,
        ColumnsEnd,
        Rows,
        Fields,
        Line,
        File,
        Authentication,
        PrepareHeader,
        PrepareParameters,
        PrepareParametersEnd,
        PrepareColumns,
        PrepareColumnsEnd,
        Stream,
    }

    /// <summary>Whether rows, or the end of the rows, come next.</summary>
    public bool IsInRows => _state is State.Rows;

    /// <summary>Whether the server waits for a file of the client's.</summary>
    public bool AsksForFile => _state is State.File;

    /// <summary>Whether what the client sends now belongs to this answer and is no command: a file's content, a login.</summary>
    public bool TakesClientData => _state is State.File or State.Authentication;

    /// <summary>The id that the server gave to a statement, once the answer has ended.</summary>
    public uint? StatementId { get; private set; }

    private bool HasEofs => (capabilities & Capabilities.DeprecateEof) == 0;

    /// <summary>Takes the next payload.</summary>
    /// <param name="payload">Its beginning.</param>
    /// <param name="length">The length of the whole.</param>
    public AnswerPart Read(ReadOnlySpan<byte> payload, long length)
    {
        if (payload.IsEmpty)
            return AnswerPart.NotUnderstood;

        return _state switch
        {
            State.Header => ReadHeader(payload),
            State.Columns => ReadColumn(payload, State.ColumnsEnd, State.Rows),
            State.ColumnsEnd => ReadColumnsEnd(payload),
            State.Rows => ReadRow(payload, length),
            State.Fields => payload[0] is Error || EndsRows(payload, length) ? AnswerPart.End : AnswerPart.Other,
            State.Line => AnswerPart.End,
            State.File => AnswerPart.NotUnderstood,
            State.Authentication => payload[0] is Ok or Error ? AnswerPart.End : AnswerPart.Other,
            State.PrepareHeader => ReadPrepareHeader(payload),
            State.PrepareParameters => ReadColumn(payload, State.PrepareParametersEnd, State.PrepareColumns),
            State.PrepareParametersEnd => MoveToPreparedColumns(),
            State.PrepareColumns => ReadColumn(payload, State.PrepareColumnsEnd, State.PrepareColumnsEnd),
            State.PrepareColumnsEnd => AnswerPart.End,
            State.Stream => AnswerPart.NotUnderstood,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The client has sent the whole file: the server's word on it comes next.</summary>
    public void NoteFileSent()
    {
        if (_state is State.File)
            _state = State.Header;
    }

    private AnswerPart ReadHeader(ReadOnlySpan<byte> payload) => payload[0] switch
    {
        Ok => EndOrNext(OkStatus(payload)),
        Eof => AnswerPart.End,
        Error => IsProgress(payload) ? AnswerPart.Other : AnswerPart.End,
        LocalFile => MoveTo(State.File),
        _ => ReadColumnCount(payload),
    };

    private AnswerPart ReadColumnCount(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        ulong count = reader.LengthEncoded();
        bool saysSo = (capabilities & (Capabilities.OptionalMetadata | Capabilities.MariaDbCacheMetadata)) != 0 && !reader.Rest.IsEmpty;
        bool hasMetadata = !saysSo || reader.Byte() != 0;
        if (!reader.IsValid || count is 0 or > MostColumns)
            return AnswerPart.NotUnderstood;

        _columnsLeft = (int)count;
        return MoveTo((hasMetadata, HasEofs) switch
        {
            (true, _) => State.Columns,
            (false, true) => State.ColumnsEnd,
            (false, false) => State.Rows,
        });
    }

    private AnswerPart ReadColumn(ReadOnlySpan<byte> payload, State withEofs, State withoutEofs)
    {
        if (payload[0] is Error)
            return AnswerPart.End;
        if (--_columnsLeft > 0)
            return AnswerPart.Other;
        if (HasEofs)
            return MoveTo(withEofs);

        return withoutEofs switch
        {
            State.PrepareColumns => MoveToPreparedColumns(),
            State.PrepareColumnsEnd => AnswerPart.End,
            _ => MoveTo(withoutEofs),
        };
    }

    private AnswerPart ReadColumnsEnd(ReadOnlySpan<byte> payload)
    {
        if (payload[0] is not Eof)
            return payload[0] is Error ? AnswerPart.End : AnswerPart.NotUnderstood;

        // The rows of a cursor are fetched, not sent along.
        bool isCursor = command is ServerCommand.Execute && (EofStatus(payload) & ServerStatus.CursorExists) != 0;
        return isCursor ? AnswerPart.End : MoveTo(State.Rows);
    }

    private AnswerPart ReadRow(ReadOnlySpan<byte> payload, long length)
    {
        if (payload[0] is Error)
            return IsProgress(payload) ? AnswerPart.Other : AnswerPart.End;

        return EndsRows(payload, length) ? EndOrNext(HasEofs ? EofStatus(payload) : OkStatus(payload)) : AnswerPart.Row;
    }

    private AnswerPart ReadPrepareHeader(ReadOnlySpan<byte> payload)
    {
        if (payload[0] is Error)
            return AnswerPart.End;

        var reader = new PayloadReader(payload);
        byte status = reader.Byte();
        uint id = reader.UInt32();
        _preparedColumns = reader.UInt16();
        _columnsLeft = reader.UInt16();
        reader.Bytes(1 + 2); // filler, warnings
        bool hasMetadata = (capabilities & Capabilities.OptionalMetadata) == 0 || reader.Byte() != 0;
        if (!reader.IsValid || status != Ok)
            return AnswerPart.NotUnderstood;

        StatementId = id;
        if (!hasMetadata)
            return AnswerPart.End;
        return _columnsLeft > 0 ? MoveTo(State.PrepareParameters) : MoveToPreparedColumns();
    }

    private AnswerPart MoveToPreparedColumns()
    {
        _columnsLeft = _preparedColumns;
        return _columnsLeft > 0 ? MoveTo(State.PrepareColumns) : AnswerPart.End;
    }

    private AnswerPart EndOrNext(ServerStatus? status) => status switch
    {
        null => AnswerPart.NotUnderstood,
        { } flags when (flags & ServerStatus.MoreResultsExist) != 0 => MoveTo(State.Header),
        _ => AnswerPart.End,
    };

    private AnswerPart MoveTo(State state)
    {
        _state = state;
        return AnswerPart.Other;
    }

    // A row that begins with this byte has a first value of 16 MiB and more.
    private bool EndsRows(ReadOnlySpan<byte> payload, long length) =>
        payload[0] is Eof && length <= (HasEofs ? LongestEof : LongestPacket - 1);

    private bool IsProgress(ReadOnlySpan<byte> payload) =>
        (capabilities & Capabilities.MariaDbProgress) != 0 && payload is [_, 0xFF, 0xFF, ..];

    private static ServerStatus? OkStatus(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        reader.Byte();
        reader.LengthEncoded(); // affected rows
        reader.LengthEncoded(); // last insert id
        var status = (ServerStatus)reader.UInt16();
        return reader.IsValid ? status : null;
    }

    private static ServerStatus? EofStatus(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        reader.Bytes(1 + 2); // header, warnings
        var status = (ServerStatus)reader.UInt16();
        return reader.IsValid ? status : null;
    }
}
