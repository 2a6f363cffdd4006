using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>What memory is taken for what was received, and given back.</summary>
public sealed class ReceiveBufferMemoryTests
{
    private readonly ReceiveBuffer _buffer = new();

    /// <summary>An announcement of 16 MiB costs the server four bytes; it must not cost us more than as much again as has come.</summary>
    [Fact]
    public void Announcement_AllocatesNothing()
    {
        _buffer.Expect(1);
        _buffer.Receive([0xFE, 0xFF, 0xFF, 1]);
        Assert.False(_buffer.TryTakePayload(out _));

        long before = GC.GetAllocatedBytesForCurrentThread();
        int room = _buffer.Free(1).Length;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(ReceiveBuffer.InitialBytes - 4, room);
    }

    [Fact]
    public void LongPacket_GrowsTheBufferByWhatHasCome()
    {
        _buffer.Expect(1);
        byte[] packets = Payloads.Packets(1, new byte[1_000_000]);
        for (int sent = 0; sent < packets.Length;)
        {
            Memory<byte> free = _buffer.Free(1);
            Assert.True(_buffer.Bytes.Length <= Math.Max(ReceiveBuffer.InitialBytes, 2 * sent), $"{_buffer.Bytes.Length} bytes for {sent}");
            int count = Math.Min(free.Length, packets.Length - sent);
            packets.AsSpan(sent, count).CopyTo(free.Span);
            _buffer.Received(count);
            sent += count;
        }

        Assert.Equal(packets.Length, _buffer.Bytes.Length);
        Assert.Equal(1_000_000, Assert.Single(_buffer.TakeAll()).Length);
    }

    [Fact]
    public void LargeBuffer_IsGivenBack_OnceItIsEmpty()
    {
        _buffer.Expect(1);
        _buffer.ReceiveAll([.. Payloads.Packets(1, new byte[ReceiveBuffer.KeptBytes + 1]), 1]);

        _buffer.Recycle();
        Assert.True(_buffer.Bytes.Length > ReceiveBuffer.KeptBytes);

        _buffer.Receive([0, 0, 2, 0x00]);
        Assert.Single(_buffer.TakeAll());
        _buffer.Recycle();
        Assert.Equal(ReceiveBuffer.InitialBytes, _buffer.Bytes.Length);

        _buffer.Expect(1);
        _buffer.Receive(Payloads.Packets(1, [1, 2, 3]));
        Assert.Equal([[1, 2, 3]], _buffer.TakeAll());
    }

    [Fact]
    public void BufferThatIsNotLarge_IsKept()
    {
        _buffer.Expect(1);
        _buffer.ReceiveAll(Payloads.Packets(1, new byte[100_000]));
        byte[] bytes = _buffer.Bytes;

        _buffer.Recycle();

        Assert.Same(bytes, _buffer.Bytes);
    }

    [Fact]
    public void OnceWarm_ReceivingAllocatesNothing()
    {
        byte[] packets = Payloads.Packets(1, Enumerable.Range(0, 100).Select(_ => new byte[500]));
        Assert.Equal(100, Pass(packets));

        long before = GC.GetAllocatedBytesForCurrentThread();
        int payloads = Pass(packets);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(100, payloads);
    }

    private int Pass(byte[] packets)
    {
        _buffer.Expect(1);
        int payloads = 0;
        for (int sent = 0; sent < packets.Length;)
        {
            int count = Math.Min(700, packets.Length - sent);
            _buffer.Receive(packets.AsSpan(sent, count));
            sent += count;
            while (_buffer.TryTakePayload(out _))
                payloads++;
        }

        return payloads;
    }
}
