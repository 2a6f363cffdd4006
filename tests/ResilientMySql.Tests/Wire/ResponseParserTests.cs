using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class ResponseParserTests
{
    private static readonly byte[] Id = Payloads.Definition("id", ColumnType.Long);
    private static readonly byte[] Name = Payloads.Definition("name", ColumnType.VarString, length: 80, collation: Payloads.Utf8Mb4);
    private static readonly byte[] Row = Payloads.Row([1, 0, 0, 0], [1, (byte)'a']);
    private static readonly byte[] OkBehindRows = Payloads.Ok(header: 0xFE, warnings: 2);
    private static readonly byte[] MoreBehindRows = Payloads.Ok(header: 0xFE, status: ServerStatus.MoreResultsExist);

    private readonly WireStatement _statement = new(7, 0);

    [Fact]
    public void Ok_IsAll()
    {
        ResponseParser parser = Parser();

        Assert.Equal(ResponsePart.Ok, parser.Feed(Payloads.Ok(3, 5)));
        Assert.True(parser.HasEnded);
        Assert.Equal(new OkPayload(3, 5, ServerStatus.Autocommit, 0), parser.Ok);
    }

    [Fact]
    public void Rows_WithoutEof()
    {
        ResponseParser parser = Parser();

        Assert.Equal(
            [ResponsePart.Header, ResponsePart.Header, ResponsePart.Columns, ResponsePart.Row, ResponsePart.Row, ResponsePart.EndOfResults],
            Feed(ref parser, [2], Id, Name, Row, Row, OkBehindRows));
        Assert.True(parser.HasEnded);
        Assert.Equal(2, parser.Ok.Warnings);
        Assert.Equal(["id", "name"], parser.Columns.Select(column => column.Name));
        Assert.Same(parser.Columns, _statement.Columns);
    }

    [Fact]
    public void Rows_WithEof()
    {
        ResponseParser parser = Parser(deprecatesEof: false);

        Assert.Equal(
            [ResponsePart.Header, ResponsePart.Header, ResponsePart.Header, ResponsePart.Columns, ResponsePart.Row, ResponsePart.EndOfResults],
            Feed(ref parser, [2], Id, Name, Payloads.Eof(), Row, Payloads.Eof(ServerStatus.InTransaction, warnings: 4)));
        Assert.Equal(new OkPayload(0, 0, ServerStatus.InTransaction, 4), parser.Ok);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DefinitionsLeftOut_AreThoseFromBefore(bool deprecatesEof)
    {
        byte[] end = deprecatesEof ? OkBehindRows : Payloads.Eof();
        byte[][] definitions = deprecatesEof ? [Id, Name] : [Id, Name, Payloads.Eof()];
        ResponseParser first = Parser(deprecatesEof, cachesMetadata: true);
        Feed(ref first, [[2, 1], .. definitions, Row, end]);
        ColumnDefinition[] columns = _statement.Columns;

        ResponseParser second = Parser(deprecatesEof, cachesMetadata: true);
        byte[][] header = deprecatesEof ? [[2, 0]] : [[2, 0], Payloads.Eof()];

        Assert.Equal(ResponsePart.Columns, Feed(ref second, header)[^1]);
        Assert.Equal([ResponsePart.Row, ResponsePart.EndOfResults], Feed(ref second, Row, end));
        Assert.Same(columns, second.Columns);
    }

    [Fact]
    public void DefinitionsLeftOut_OfAnotherNumberOfColumns_AreRefused()
    {
        ResponseParser first = Parser(cachesMetadata: true);
        Feed(ref first, [1, 1], Id, Payloads.Row([1, 0, 0, 0]), OkBehindRows);

        Assert.Throws<WireProtocolException>(() => Parser(cachesMetadata: true).Feed([2, 0]));
    }

    [Fact]
    public void SameDefinitionsAgain_KeepWhatIsKnown()
    {
        ResponseParser first = Parser();
        Feed(ref first, [2], Id, Name, OkBehindRows);
        ColumnDefinition[] columns = _statement.Columns;

        ResponseParser second = Parser();
        Feed(ref second, [2], Id, Name, OkBehindRows);

        Assert.Same(columns, second.Columns);
    }

    [Fact]
    public void ChangedDefinition_ReplacesTheColumns_AndLeavesTheOldOnesAlone()
    {
        ResponseParser first = Parser();
        Feed(ref first, [2], Id, Name, OkBehindRows);
        ColumnDefinition[] columns = _statement.Columns;

        ResponseParser second = Parser();
        Feed(ref second, [2], Id, Payloads.Definition("name", ColumnType.Blob), OkBehindRows);

        Assert.Equal([ColumnType.Long, ColumnType.Blob], _statement.Columns.Select(column => column.Type));
        Assert.Equal([ColumnType.Long, ColumnType.VarString], columns.Select(column => column.Type));
        Assert.Same(columns[0], _statement.Columns[0]);
    }

    [Fact]
    public void FewerDefinitions_ReplaceTheColumns()
    {
        ResponseParser first = Parser();
        Feed(ref first, [2], Id, Name, OkBehindRows);

        ResponseParser second = Parser();
        Feed(ref second, [1], Id, OkBehindRows);

        Assert.Equal("id", Assert.Single(_statement.Columns).Name);
    }

    [Fact]
    public void SeveralResults_KeepTheColumnsOfTheFirst()
    {
        ResponseParser parser = Parser();

        Assert.Equal(
            [ResponsePart.Header, ResponsePart.Columns, ResponsePart.EndOfRows, ResponsePart.Header, ResponsePart.Columns, ResponsePart.Row, ResponsePart.EndOfRows, ResponsePart.Ok],
            Feed(ref parser, [1], Id, MoreBehindRows, [1], Name, Payloads.Row([1, (byte)'b']), MoreBehindRows, Payloads.Ok()));
        Assert.True(parser.HasEnded);
        Assert.Equal("id", Assert.Single(_statement.Columns).Name);
    }

    [Fact]
    public void LaterResult_WithoutDefinitions_IsRefused()
    {
        ResponseParser parser = Parser(cachesMetadata: true);
        Feed(ref parser, [1, 1], Id, MoreBehindRows);

        Assert.Throws<WireProtocolException>(() => parser.Feed([1, 0]));
    }

    [Fact]
    public void Ok_WithMore_IsNotTheEnd()
    {
        ResponseParser parser = Parser();

        Assert.Equal([ResponsePart.Ok, ResponsePart.Ok], Feed(ref parser, Payloads.Ok(status: ServerStatus.MoreResultsExist), Payloads.Ok()));
        Assert.True(parser.HasEnded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Error_EndsTheAnswerAnywhere(int after)
    {
        byte[][] payloads = [[2], Id, Name, Payloads.Eof(), Row];
        ResponseParser parser = Parser(deprecatesEof: false);
        Feed(ref parser, payloads[..after]);

        Assert.Equal(ResponsePart.Error, parser.Feed(Payloads.Error(1317, "70100", "Query execution was interrupted")));
        Assert.Equal(new ErrPayload(1317, "70100", "Query execution was interrupted"), parser.Error);
        Assert.True(parser.HasEnded);
    }

    [Fact]
    public void ErrorAmongDefinitions_LeavesTheColumnsAsTheyWere()
    {
        ResponseParser parser = Parser();
        Feed(ref parser, [2], Id, Payloads.Error(1317, "70100", ""));

        Assert.Empty(_statement.Columns);
    }

    public static TheoryData<byte[][]> Misplaced => new(
        [[Row[..0]], [[0xFB, (byte)'f']], [[2], Row], [[2], Payloads.Eof()], [[1], Id, Name], [[1], Id, [2]], [[1], Id, Row, [0xFE]],
        [Payloads.Ok(), Payloads.Ok()], [[1], Id, OkBehindRows, Row], [Payloads.Error(1, "HY000", ""), Row]]);

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void PayloadInTheWrongPlace_IsRefused(byte[][] payloads)
    {
        ResponseParser parser = Parser();
        Feed(ref parser, payloads[..^1]);

        Assert.Throws<WireProtocolException>(() => parser.Feed(payloads[^1]));
    }

    [Fact]
    public void EofBehindRows_WhereItIsDeprecated_IsRefused()
    {
        ResponseParser parser = Parser();
        Feed(ref parser, [1], Id);

        Assert.Throws<WireProtocolException>(() => parser.Feed(Payloads.Eof()));
    }

    [Fact]
    public void KnownColumns_CostNothing()
    {
        byte[][] answer = [[2], Id, Name, Row, Row, OkBehindRows];
        Parse(answer);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
            Parse(answer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Parse(byte[][] payloads)
    {
        ResponseParser parser = Parser();
        foreach (byte[] payload in payloads)
            parser.Feed(payload);
    }

    private ResponseParser Parser(bool deprecatesEof = true, bool cachesMetadata = false) =>
        new(_statement, new WireCapabilities { DeprecatesEof = deprecatesEof, CachesMetadata = cachesMetadata }, MySqlGuidFormat.Default);

    private static List<ResponsePart> Feed(ref ResponseParser parser, params byte[][] payloads)
    {
        var parts = new List<ResponsePart>();
        foreach (byte[] payload in payloads)
            parts.Add(parser.Feed(payload));

        return parts;
    }
}
