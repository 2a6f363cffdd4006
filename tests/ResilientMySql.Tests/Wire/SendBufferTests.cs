using System.Buffers;
using System.Runtime.InteropServices;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class SendBufferTests
{
    private const int LongestPacket = 0xFF_FFFF;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(SendBuffer.InitialCapacity, 1)]
    [InlineData(LongestPacket - 1, 1)]
    [InlineData(LongestPacket, 2)]
    [InlineData(LongestPacket + 1, 2)]
    [InlineData((2 * LongestPacket) - 1, 2)]
    [InlineData(2 * LongestPacket, 3)]
    [InlineData((2 * LongestPacket) + 70_000, 3)]
    public void Payload_IsSplitBehindEveryFullPacket(int length, int packets)
    {
        byte[] payload = new byte[length];
        new Random(length).NextBytes(payload);
        var buffer = new SendBuffer();

        buffer.WriteBytes(payload);
        buffer.Seal();

        Assert.Equal(length + (4 * packets), buffer.Packets.Length);
        Assert.True(payload.AsSpan().SequenceEqual(Requests.PayloadOf(buffer.Packets)));
    }

    [Fact]
    public void PayloadBelow16MiB_StaysWhereItWasWritten()
    {
        var buffer = new SendBuffer();
        Span<byte> payload = buffer.Reserve(LongestPacket - 1);
        buffer.Advance(payload.Length);

        buffer.Seal();

        ref byte sent = ref MemoryMarshal.GetReference(buffer.Packets.Span[4..]);
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(ref sent, ref MemoryMarshal.GetReference(payload)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(LongestPacket)]
    public void BytesTakenOut_LeaveTheRestInOrder(int behind)
    {
        byte[] rest = new byte[behind];
        new Random(behind).NextBytes(rest);
        var buffer = new SendBuffer();
        buffer.WriteBytes("head"u8);
        buffer.WriteBytes("removed"u8);
        int position = buffer.Position;
        buffer.WriteBytes(rest);

        buffer.RemoveBefore(position, "removed".Length);
        buffer.Seal();

        Assert.True(Requests.PayloadOf(buffer.Packets).AsSpan().SequenceEqual([.. "head"u8, .. rest]));
    }

    [Fact]
    public void Capacity_Doubles()
    {
        var buffer = new SendBuffer();

        for (int i = 0; i < SendBuffer.InitialCapacity; i++)
            buffer.WriteByte((byte)i);

        Assert.Equal(2 * SendBuffer.InitialCapacity, buffer.Capacity);
    }

    [Theory]
    [InlineData(SendBuffer.InitialCapacity / 2, SendBuffer.InitialCapacity)]
    [InlineData(SendBuffer.LargestKept - 4, SendBuffer.LargestKept)]
    [InlineData(SendBuffer.LargestKept, SendBuffer.InitialCapacity)]
    public void Recycling_KeepsUpToOneMiB(int length, int kept)
    {
        var buffer = new SendBuffer();
        buffer.WriteBytes(new byte[length]);
        buffer.Seal();

        buffer.Recycle();

        Assert.Equal(kept, buffer.Capacity);
        Assert.Throws<InvalidOperationException>(() => buffer.Packets);
    }

    [Fact]
    public void RequestUsedAgain_HoldsNothingOfTheLast()
    {
        var buffer = new SendBuffer();
        buffer.WriteBytes(new byte[2 * LongestPacket]);
        buffer.Seal();

        buffer.Begin();
        Assert.Throws<InvalidOperationException>(() => buffer.Packets);
        buffer.WriteByte(7);
        buffer.Seal();

        Assert.Equal([1, 0, 0, 0, 7], buffer.Packets.ToArray());
    }

    [Fact]
    public void MoreThanAnArrayHolds_IsRefusedBeforeItIsLookedAt()
    {
        var buffer = new SendBuffer();
        using var endless = new EndlessMemory();

        var exception = Assert.Throws<InvalidOperationException>(() => buffer.WriteBytesValue(endless.Memory));

        Assert.Contains("nothing was sent", exception.Message, StringComparison.Ordinal);
        Assert.Equal(SendBuffer.InitialCapacity, buffer.Capacity);
    }

    /// <summary>Claims to be as long as can be, and has nothing to show for it.</summary>
    private sealed class EndlessMemory : MemoryManager<byte>
    {
        public override Memory<byte> Memory => CreateMemory(int.MaxValue);

        public override Span<byte> GetSpan() => throw new NotSupportedException();

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }
}
