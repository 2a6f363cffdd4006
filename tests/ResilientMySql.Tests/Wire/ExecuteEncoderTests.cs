using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>What COM_STMT_EXECUTE has around the values.</summary>
public sealed class ExecuteEncoderTests
{
    private static readonly byte[] Head = [0x17, 0x04, 0x03, 0x02, 0x01, 0, 1, 0, 0, 0];
    private static readonly byte[] HeadWithAttributes = [0x17, 0x04, 0x03, 0x02, 0x01, 8, 1, 0, 0, 0];

    [Fact]
    public void NoPlaceholder_IsTheHeadAlone() =>
        Assert.Equal(Head, Requests.Execute(NewStatement(0), Requests.Plain, static (ref WireParameterSink _) => { }));

    [Fact]
    public void NoPlaceholderWithAttributes_SaysSo() =>
        Assert.Equal([.. HeadWithAttributes, 0], Requests.Execute(NewStatement(0), Requests.WithAttributes, static (ref WireParameterSink _) => { }));

    [Fact]
    public void FirstExecution_SendsTypes() => Assert.Equal(
        [.. Head, 0b10, 1, 0x03, 0, 0xFD, 0, 0x08, 0x80, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
        Requests.Execute(NewStatement(3), Requests.Plain, BindThree));

    [Fact]
    public void FirstExecutionWithAttributes_NamesThemNothing() => Assert.Equal(
        [.. HeadWithAttributes, 3, 0b10, 1, 0x03, 0, 0, 0xFD, 0, 0, 0x08, 0x80, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
        Requests.Execute(NewStatement(3), Requests.WithAttributes, BindThree));

    [Fact]
    public void SameTypesAgain_AreLeftOut()
    {
        WireStatement statement = NewStatement(3);
        Requests.Execute(statement, Requests.Plain, BindThree);

        Assert.Equal([.. Head, 0b10, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0], Requests.Execute(statement, Requests.Plain, BindThree));
    }

    [Fact]
    public void SameTypesAgainWithAttributes_AreLeftOut()
    {
        WireStatement statement = NewStatement(3);
        Requests.Execute(statement, Requests.WithAttributes, BindThree);

        Assert.Equal(
            [.. HeadWithAttributes, 3, 0b10, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
            Requests.Execute(statement, Requests.WithAttributes, BindThree));
    }

    [Fact]
    public void AnotherType_SendsAllOfThem()
    {
        WireStatement statement = NewStatement(2);
        Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) =>
        {
            sink.Byte(1);
            sink.Byte(2);
        });

        Assert.Equal([.. Head, 0, 1, 0x01, 0x80, 0x01, 0, 3, 4], Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) =>
        {
            sink.Byte(3);
            sink.SByte(4);
        }));
        Assert.Equal<ushort>([0x8001, 0x0001], statement.BoundTypes);
    }

    [Fact]
    public void NullOfAnotherKind_KeepsTheType()
    {
        WireStatement statement = NewStatement(1);
        Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) => sink.Byte(1));

        Assert.Equal([.. Head, 1, 0], Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) => sink.String(null)));
        Assert.Equal<ushort>([0x8001], statement.BoundTypes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    [InlineData(65_535)]
    public void Nulls_AreBitsFromTheLowestUp(int count)
    {
        byte[] payload = Requests.Execute(NewStatement(count), Requests.Plain, (ref WireParameterSink sink) =>
        {
            for (int i = 0; i < count; i++)
                sink.Byte(IsNull(i) ? null : (byte)i);
        });

        byte[] bitmap = payload[Head.Length..(Head.Length + ((count + 7) / 8))];
        Assert.Equal(Enumerable.Range(0, count).Select(IsNull), Enumerable.Range(0, count).Select(i => (bitmap[i / 8] >> (i % 8) & 1) == 1));
        Assert.Equal(0, bitmap[^1] >> (((count - 1) % 8) + 1));
        Assert.Equal(1, payload[Head.Length + bitmap.Length]);
        Assert.Equal(
            Enumerable.Range(0, count).Where(static i => !IsNull(i)).Select(static i => (byte)i),
            payload[(Head.Length + bitmap.Length + 1 + (2 * count))..]);
    }

    [Theory]
    [InlineData(250, new byte[] { 0xFA })]
    [InlineData(251, new byte[] { 0xFC, 0xFB, 0x00 })]
    [InlineData(65_535, new byte[] { 0xFC, 0xFF, 0xFF })]
    public void CountWithAttributes_IsLengthEncoded(int count, byte[] encoded)
    {
        byte[] payload = Requests.Execute(NewStatement(count), Requests.WithAttributes, (ref WireParameterSink sink) =>
        {
            for (int i = 0; i < count; i++)
                sink.Byte(5);
        });

        Assert.Equal(encoded, payload[10..(10 + encoded.Length)]);
        Assert.Equal(10 + encoded.Length + ((count + 7) / 8) + 1 + (3 * count) + count, payload.Length);
    }

    /// <summary>What a longer request has left in the buffer is neither NULLs nor names.</summary>
    [Fact]
    public void BufferUsedBefore_ShowsNothingOfIt()
    {
        var buffer = new SendBuffer();
        buffer.Reserve(1000).Fill(0xFF);
        Requests.Encode(buffer, NewStatement(9), Requests.WithAttributes, static (ref WireParameterSink sink) =>
        {
            for (int i = 0; i < 9; i++)
                sink.Byte(0);
        });

        Assert.Equal(
            [.. HeadWithAttributes, 9, 0, 0, 1, .. Enumerable.Repeat<byte[]>([1, 0x80, 0], 9).SelectMany(static type => type), .. new byte[9]],
            Requests.PayloadOf(buffer.Packets));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(300)]
    public void WrongNumberOfArguments_IsRefused_AndForgotten(int given)
    {
        WireStatement statement = NewStatement(2);

        var exception = Assert.Throws<InvalidOperationException>(() => Requests.Execute(statement, Requests.Plain, (ref WireParameterSink sink) =>
        {
            for (int i = 0; i < given; i++)
                sink.String("text");
        }));

        Assert.Contains($"2 placeholders, but {given} arguments", exception.Message, StringComparison.Ordinal);
        Assert.False(statement.HasBound);
        Assert.Equal<ushort>([0, 0], statement.BoundTypes);
    }

    [Fact]
    public void BindingThatFails_LeavesTheStatementAsItWas()
    {
        WireStatement statement = NewStatement(1);
        Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) => sink.Byte(1));

        Assert.Throws<FormatException>(() => Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) =>
        {
            sink.String("text");
            throw new FormatException();
        }));

        Assert.Equal([.. Head, 0, 0, 2], Requests.Execute(statement, Requests.Plain, static (ref WireParameterSink sink) => sink.Byte(2)));
    }

    /// <summary>The types are in the first packet, and the statement remembers them.</summary>
    [Fact]
    public void TwentyMiB_AreTwoPackets()
    {
        WireStatement statement = NewStatement(2);
        byte[] value = new byte[20 * 1024 * 1024];
        new Random(1).NextBytes(value);
        for (int round = 0; round < 2; round++)
        {
            byte[] payload = Requests.Execute(statement, Requests.Plain, (ref WireParameterSink sink) =>
            {
                sink.Bytes(value);
                sink.Int32(7);
            });

            byte[] types = round == 0 ? [1, 0xFC, 0, 0x03, 0] : [0];
            byte[] expected = [.. Head, 0, .. types, 0xFE, 0, 0, 0x40, 1, 0, 0, 0, 0, .. value, 7, 0, 0, 0];
            Assert.True(payload.AsSpan().SequenceEqual(expected));
        }
    }

    private static bool IsNull(int index) => index % 3 == 1 || index % 8 == 7;

    private static WireStatement NewStatement(int parameters) => new(0x01020304, parameters);

    private static void BindThree(ref WireParameterSink sink)
    {
        sink.Int32(1);
        sink.String(null);
        sink.UInt64(2);
    }
}
