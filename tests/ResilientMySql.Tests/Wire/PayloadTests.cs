using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class PayloadTests
{
    private static readonly WireCapabilities Plain = new(false, false, false, false);
    private static readonly WireCapabilities Tracking = new() { TracksSession = true };
    private static readonly WireCapabilities Caching = new() { CachesMetadata = true };

    [Fact]
    public void Ok_WithNumbersOfEveryWidth()
    {
        byte[] payload = [0x00, 0xFC, 0x2C, 0x01, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x03, 0x40, 0x07, 0x00];

        Assert.Equal(new OkPayload(300, ulong.MaxValue, ServerStatus.InTransaction | ServerStatus.Autocommit | ServerStatus.SessionStateChanged, 7), OkPayload.Parse(payload, Plain));
    }

    [Fact]
    public void Ok_BehindRows_BeginsWithFe() =>
        Assert.Equal(new OkPayload(0, 0, ServerStatus.Autocommit, 1), OkPayload.Parse([0xFE, 0x00, 0x00, 0x02, 0x00, 0x01, 0x00], Plain));

    [Fact]
    public void Ok_WithTextForPeople_IgnoresIt() =>
        Assert.Equal(2UL, OkPayload.Parse([.. Payloads.Ok(affectedRows: 2), .. "Rows matched: 2"u8], Plain).AffectedRows);

    [Fact]
    public void Ok_WithSessionTrack_SkipsIt()
    {
        // A new schema, and a system variable.
        byte[] changes = [.. new PayloadBuilder().Raw(0x01).LengthEncoded([0x04, .. "test"u8]).ToArray(), .. new PayloadBuilder().Raw(0x00).LengthEncoded([0x01, (byte)'a', 0x01, (byte)'b']).ToArray()];
        byte[] payload = [.. Payloads.Ok(status: ServerStatus.SessionStateChanged), .. new PayloadBuilder().Text("").LengthEncoded(changes).ToArray()];

        Assert.Equal(ServerStatus.SessionStateChanged, OkPayload.Parse(payload, Tracking).Status);
    }

    [Theory]
    [InlineData(new byte[] { 0x05, 0x61 })]
    [InlineData(new byte[] { 0x00, 0x05, 0x01 })]
    [InlineData(new byte[] { 0x00, 0x02, 0x01, 0x05 })]
    [InlineData(new byte[] { 0x00, 0x01, 0x01 })]
    [InlineData(new byte[] { 0x00, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFB })]
    [InlineData(new byte[] { 0xFF })]
    public void Ok_WithSessionTrackBeyondItsEnd_IsRefused(byte[] track) =>
        Assert.Throws<WireProtocolException>(() => OkPayload.Parse([.. Payloads.Ok(), .. track], Tracking));

    [Fact]
    public void Error_WithState() =>
        Assert.Equal(new ErrPayload(1146, "42S02", "Table 'x' doesn't exist"), ErrPayload.Parse([0xFF, 0x7A, 0x04, .. "#42S02Table 'x' doesn't exist"u8]));

    [Fact]
    public void Error_WithoutState_IsHy000() =>
        Assert.Equal(new ErrPayload(1040, "HY000", "Too many connections"), ErrPayload.Parse([0xFF, 0x10, 0x04, .. "Too many connections"u8]));

    [Fact]
    public void Error_WithoutWords() =>
        Assert.Equal(new ErrPayload(1040, "HY000", ""), ErrPayload.Parse([0xFF, 0x10, 0x04]));

    [Fact]
    public void Eof_TellsWarningsAndStatus() =>
        Assert.Equal(new EofPayload(3, ServerStatus.Autocommit | ServerStatus.MoreResultsExist), EofPayload.Parse([0xFE, 0x03, 0x00, 0x0A, 0x00]));

    [Fact]
    public void Eof_Longer_IsRefused() => Assert.Throws<WireProtocolException>(() => EofPayload.Parse([0xFE, 0, 0, 0, 0, 0]));

    [Fact]
    public void PrepareOk_TellsWhatFollows() =>
        Assert.Equal(new PrepareOk(0x04030201, 2, 65_535, 1), PrepareOk.Parse([0x00, 0x01, 0x02, 0x03, 0x04, 0x02, 0x00, 0xFF, 0xFF, 0x00, 0x01, 0x00]));

    [Fact]
    public void ColumnCount_WithoutCaching_IsFollowedByDefinitions() => Assert.Equal(new ColumnCount(300, HasDefinitions: true), ColumnCount.Parse([0xFC, 0x2C, 0x01], Plain));

    [Theory]
    [InlineData(new byte[] { 0x05, 0x01 }, true)]
    [InlineData(new byte[] { 0x05, 0x00 }, false)]
    [InlineData(new byte[] { 0x05 }, true)]
    public void ColumnCount_WithCaching_SaysWhetherDefinitionsFollow(byte[] payload, bool hasDefinitions) =>
        Assert.Equal(new ColumnCount(5, hasDefinitions), ColumnCount.Parse(payload, Caching));

    [Theory]
    [InlineData(new byte[] { 0x05, 0x02 })]
    [InlineData(new byte[] { 0x05, 0x01, 0x00 })]
    [InlineData(new byte[] { 0x00 })]
    [InlineData(new byte[] { 0xFB })]
    [InlineData(new byte[] { 0xFC, 0x01, 0x10 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void ColumnCount_OfNoResult_IsRefused(byte[] payload) => Assert.Throws<WireProtocolException>(() => ColumnCount.Parse(payload, Caching));

    [Fact]
    public void EveryPayload_CutAnywhere_IsRefused()
    {
        AssertCut(Payloads.Ok(300, ulong.MaxValue), payload => OkPayload.Parse(payload, Plain));
        AssertCut(Payloads.Eof(), payload => EofPayload.Parse(payload));
        AssertCut(Payloads.PrepareOk(1, 2, 3), payload => PrepareOk.Parse(payload));
        AssertCut(Payloads.Error(1146, "42S02", "")[..9], payload => ErrPayload.Parse(payload), atLeast: 4);
        AssertCut(Payloads.Definition("id", ColumnType.Long), payload => ColumnDefinition.Parse(payload, default));
        AssertCut([0xFE, 1, 0, 0, 0, 0, 0, 0, 0], payload => ColumnCount.Parse(payload, Plain));
    }

    private static void AssertCut(byte[] payload, Action<byte[]> parse, int atLeast = 0)
    {
        parse(payload);
        for (int length = atLeast; length < payload.Length; length++)
            Assert.Throws<WireProtocolException>(() => parse(payload[..length]));
    }
}
