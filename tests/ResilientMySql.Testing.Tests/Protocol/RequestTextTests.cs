using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Tests.Protocol;

public sealed class RequestTextTests
{
    private const string Sql = "SELECT 1";

    [Fact]
    public void WithoutAttributes_IsAllThatFollowsTheCommand() =>
        Assert.Equal(Sql, RequestText.Read(ServerCommand.Query, Query().Text(Sql).Payload.Span, Capabilities.None));

    [Fact]
    public void NoAttributes_AreSkipped() =>
        Assert.Equal(Sql, RequestText.Read(ServerCommand.Query, Query().LengthEncoded(0).LengthEncoded(1).Text(Sql).Payload.Span, Capabilities.QueryAttributes));

    [Fact]
    public void StatementToPrepare_HasNoAttributes() =>
        Assert.Equal("\0\u0001" + Sql, RequestText.Read(ServerCommand.Prepare, Query().LengthEncoded(0).LengthEncoded(1).Text(Sql).Payload.Span, Capabilities.QueryAttributes));

    [Theory]
    [InlineData(0x01, 1)]
    [InlineData(0x02, 2)]
    [InlineData(0x03, 4)]
    [InlineData(0x04, 4)]
    [InlineData(0x05, 8)]
    [InlineData(0x08, 8)]
    [InlineData(0x0D, 2)]
    public void AttributeOfFixedLength_IsSkipped(byte type, int length) => AssertSkipped(type, new PayloadWriter().Zeros(length));

    [Theory]
    [InlineData(0x07)]
    [InlineData(0x0B)]
    [InlineData(0x0C)]
    [InlineData(0xFD)]
    [InlineData(0xFC)]
    [InlineData(0xF6)]
    public void AttributeWithItsLength_IsSkipped(byte type) => AssertSkipped(type, new PayloadWriter().LengthEncodedBytes(new byte[11]));

    [Fact]
    public void NullAttribute_HasNoValue()
    {
        ReadOnlyMemory<byte> payload = Query().LengthEncoded(2).LengthEncoded(1).Byte(0b01).Byte(1)
            .UInt16(0x08).LengthEncodedText("none").UInt16(0x01).LengthEncodedText("tiny").Byte(7).Text(Sql).Payload;

        Assert.Equal(Sql, RequestText.Read(ServerCommand.Query, payload.Span, Capabilities.QueryAttributes));
    }

    [Fact]
    public void AnyCutPayload_DoesNotThrow()
    {
        byte[] payload = Query().LengthEncoded(2).LengthEncoded(1).Byte(0).Byte(1)
            .UInt16(0xFD).LengthEncodedText("text").UInt16(0x0C).LengthEncodedText("moment")
            .LengthEncodedText("value").LengthEncodedBytes(new byte[11]).Text(Sql).Payload.ToArray();
        for (int length = 0; length < payload.Length - Sql.Length; length++)
            Assert.Equal("", RequestText.Read(ServerCommand.Query, payload.AsSpan(0, length), Capabilities.QueryAttributes));
    }

    private static PayloadWriter Query() => new PayloadWriter().Byte((byte)ServerCommand.Query);

    private static void AssertSkipped(byte type, PayloadWriter value)
    {
        ReadOnlyMemory<byte> payload = Query().LengthEncoded(1).LengthEncoded(1).Byte(0).Byte(1)
            .UInt16(type).LengthEncodedText("name").Bytes(value.Payload.Span).Text(Sql).Payload;

        Assert.Equal(Sql, RequestText.Read(ServerCommand.Query, payload.Span, Capabilities.QueryAttributes));
    }
}
