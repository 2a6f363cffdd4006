using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class PrepareParserTests
{
    private static readonly byte[] Parameter = Payloads.Definition("?", ColumnType.VarString);
    private static readonly byte[] Id = Payloads.Definition("id", ColumnType.Long);
    private static readonly byte[] Name = Payloads.Definition("name", ColumnType.VarString, length: 80, collation: Payloads.Utf8Mb4);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryNumberOfParametersAndColumns(bool deprecatesEof)
    {
        byte[][] eof = deprecatesEof ? [] : [Payloads.Eof()];
        for (ushort parameters = 0; parameters < 3; parameters++)
        {
            for (ushort columns = 0; columns < 3; columns++)
            {
                byte[][] payloads =
                [
                    Payloads.PrepareOk(9, columns, parameters),
                    .. Enumerable.Repeat(Parameter, parameters), .. parameters > 0 ? eof : [],
                    .. new[] { Id, Name }.Take(columns), .. columns > 0 ? eof : [],
                ];
                WireStatement statement = Prepare(deprecatesEof, payloads);

                Assert.Equal((9U, parameters, 4), (statement.Id, (ushort)statement.ParameterCount, statement.Slot));
                Assert.Equal(new[] { "id", "name" }.Take(columns), statement.Columns.Select(column => column.Name));
                Assert.Equal(parameters, statement.BoundTypes.Length);
                Assert.False(statement.HasBound);
            }
        }
    }

    [Fact]
    public void Refusal_IsTold()
    {
        PrepareParser parser = Parser();

        Assert.Equal(ResponsePart.Error, parser.Feed(Payloads.Error(1064, "42000", "You have an error in your SQL syntax")));
        Assert.Equal(new ErrPayload(1064, "42000", "You have an error in your SQL syntax"), parser.Error);
        Assert.True(parser.HasEnded);
    }

    [Fact]
    public void MostParameters_CostLittleWhileTheyCome()
    {
        PrepareParser parser = Parser();
        parser.Feed(Payloads.PrepareOk(1, 0, ushort.MaxValue));
        for (int parameter = 1; parameter < ushort.MaxValue; parameter++)
            Assert.Equal(ResponsePart.Header, parser.Feed(Parameter));

        Assert.Equal(ResponsePart.Ok, parser.Feed(Parameter));
        Assert.Equal(ushort.MaxValue, parser.ToStatement(0).BoundTypes.Length);
    }

    public static TheoryData<byte[][]> Misplaced => new(
        [[[]], [[0x00]], [[0xFE, 0, 0, 0, 0]], [Payloads.PrepareOk(1, 4097, 0)], [Payloads.PrepareOk(1, 0, 1), Payloads.Eof()], [Payloads.PrepareOk(1, 1, 0), Payloads.Eof()],
        [Payloads.PrepareOk(1, 0, 0), Payloads.Eof()], [Payloads.PrepareOk(1, 1, 1), Parameter, Id, Id]]);

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void PayloadInTheWrongPlace_IsRefused(byte[][] payloads)
    {
        PrepareParser parser = Parser();
        foreach (byte[] payload in payloads[..^1])
            parser.Feed(payload);

        Assert.Throws<WireProtocolException>(() => parser.Feed(payloads[^1]));
    }

    [Fact]
    public void DefinitionInPlaceOfEof_IsRefused()
    {
        PrepareParser parser = new(default, default);
        parser.Feed(Payloads.PrepareOk(1, 1, 1));
        parser.Feed(Parameter);

        Assert.Throws<WireProtocolException>(() => parser.Feed(Id));
    }

    private static WireStatement Prepare(bool deprecatesEof, byte[][] payloads)
    {
        PrepareParser parser = new(new WireCapabilities { DeprecatesEof = deprecatesEof }, default);
        foreach (byte[] payload in payloads[..^1])
            Assert.Equal(ResponsePart.Header, parser.Feed(payload));

        Assert.Equal(ResponsePart.Ok, parser.Feed(payloads[^1]));
        return parser.ToStatement(slot: 4);
    }

    private static PrepareParser Parser() => new(new WireCapabilities { DeprecatesEof = true }, default);
}
