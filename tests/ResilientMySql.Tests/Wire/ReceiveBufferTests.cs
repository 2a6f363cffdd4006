using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Which payloads come out of what was received.</summary>
public sealed class ReceiveBufferTests
{
    private readonly ReceiveBuffer _buffer = new();

    [Fact]
    public void PacketInPieces_IsTakenWhenItIsWhole()
    {
        byte[] packets = Payloads.Packets(1, [10, 20, 30], [], [40]);
        _buffer.Expect(1);
        var taken = new List<byte[]>();

        foreach (byte piece in packets)
        {
            _buffer.Receive([piece]);
            if (_buffer.TryTakePayload(out PayloadRange payload))
                taken.Add(_buffer.Payload(payload).ToArray());
        }

        Assert.Equal([[10, 20, 30], [], [40]], taken);
        Assert.True(_buffer.IsEmpty);
    }

    [Fact]
    public void PartOfAPacket_IsNotEmpty()
    {
        _buffer.Expect(0);
        Assert.True(_buffer.IsEmpty);

        _buffer.Receive([1]);
        Assert.False(_buffer.IsEmpty);
        Assert.Equal(3, _buffer.Missing);

        _buffer.Receive([0, 0, 0]);
        Assert.False(_buffer.IsEmpty);
        Assert.Equal(1, _buffer.Missing);
    }

    [Fact]
    public void SequenceIds_WrapAround()
    {
        _buffer.Expect(250);
        _buffer.Receive(Payloads.Packets(250, Enumerable.Range(0, 600).Select(number => new[] { (byte)number, (byte)(number >> 8) })));

        Assert.Equal(600, _buffer.TakeAll().Count);
        Assert.True(_buffer.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void PacketOutOfOrder_IsRefused(byte sequence)
    {
        _buffer.Expect(1);
        _buffer.Receive(Payloads.Packets(sequence, [0x00]));

        Assert.Throws<WireProtocolException>(() => _buffer.TryTakePayload(out _));
    }

    /// <summary>A server that gives a session up says so before anything was asked, and counts as it likes.</summary>
    [Fact]
    public void ErrorOutOfOrder_IsTaken()
    {
        byte[] error = Payloads.Error(4031, "HY000", "The client was disconnected by the server because of inactivity.");
        _buffer.Expect(1);
        _buffer.Receive(Payloads.Packets(0, error));

        Assert.Equal([error], _buffer.TakeAll());
    }

    [Theory]
    [InlineData(ReceiveBuffer.LargestPacket - 1)]
    [InlineData(ReceiveBuffer.LargestPacket)]
    [InlineData(ReceiveBuffer.LargestPacket + 1)]
    [InlineData(2 * ReceiveBuffer.LargestPacket)]
    [InlineData(2 * ReceiveBuffer.LargestPacket + 5)]
    public void LongPayload_IsJoined(int length)
    {
        byte[] payload = new byte[length];
        new Random(7).NextBytes(payload);
        byte[] packets = Payloads.Packets(1, [0x01], payload, [0x02]);
        _buffer.Expect(1);

        var taken = new List<byte[]>();
        for (int sent = 0; sent < packets.Length;)
        {
            Memory<byte> free = _buffer.Free(1);
            int count = Math.Min(Math.Min(free.Length, 1_000_003), packets.Length - sent);
            packets.AsSpan(sent, count).CopyTo(free.Span);
            _buffer.Received(count);
            sent += count;
            taken.AddRange(_buffer.TakeAll());
        }

        Assert.Equal(3, taken.Count);
        Assert.True(payload.AsSpan().SequenceEqual(taken[1]));
        Assert.True(_buffer.IsEmpty);
    }

    /// <summary>What looks like an error is the middle of a value there.</summary>
    [Theory]
    [InlineData(0x00)]
    [InlineData(ErrPayload.Header)]
    public void ContinuationOutOfOrder_IsRefused(byte first)
    {
        byte[] payload = new byte[ReceiveBuffer.LargestPacket + 1];
        payload[^1] = first;
        byte[] packets = Payloads.Packets(1, payload);
        packets[ReceiveBuffer.LargestPacket + 7]++;
        _buffer.Expect(1);

        Assert.Throws<WireProtocolException>(() => _buffer.ReceiveAll(packets));
    }

    [Fact]
    public void PayloadBeyondTheLimit_IsRefusedBeforeItHasCome()
    {
        var buffer = new ReceiveBuffer(largestPayload: 100_000);
        buffer.Expect(1);
        byte[] header = [0xA1, 0x86, 0x01, 1];
        header.CopyTo(buffer.Free(1));
        buffer.Received(4);

        Assert.Throws<WireProtocolException>(() => buffer.TryTakePayload(out _));
    }

    [Fact]
    public void PayloadBeyondTheLimit_InItsContinuation_IsRefused()
    {
        var buffer = new ReceiveBuffer(largestPayload: ReceiveBuffer.LargestPacket + 9);
        byte[] packets = Payloads.Packets(1, new byte[ReceiveBuffer.LargestPacket + 10]);
        buffer.Expect(1);

        Assert.Throws<WireProtocolException>(() => buffer.ReceiveAll(packets));
    }

    [Fact]
    public void RandomPayloads_InRandomPieces_ComeOutAsTheyWent()
    {
        var random = new Random(71);
        for (int round = 0; round < 300; round++)
        {
            byte[][] payloads = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => RandomBytes(random, random.Next(4) == 0 ? random.Next(60_000) : random.Next(300)))];
            byte sequence = (byte)random.Next(256);
            byte[] packets = Payloads.Packets(sequence, payloads);
            _buffer.Expect(sequence);

            var taken = new List<byte[]>();
            for (int sent = 0; sent < packets.Length;)
            {
                int count = Math.Min(random.Next(1, 20_000), packets.Length - sent);
                _buffer.Receive(packets.AsSpan(sent, count));
                sent += count;
                while (random.Next(5) > 0 && _buffer.TryTakePayload(out PayloadRange payload))
                    taken.Add(_buffer.Payload(payload).ToArray());
            }

            taken.AddRange(_buffer.TakeAll());
            Assert.Equal(payloads.Length, taken.Count);
            Assert.All(payloads.Zip(taken), pair => Assert.True(pair.First.AsSpan().SequenceEqual(pair.Second), $"round {round}"));
            Assert.True(_buffer.IsEmpty);
        }
    }

    private static byte[] RandomBytes(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
