using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Tests.Protocol;

public sealed class PayloadFramerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(1000)]
    public void AnyPieces_GiveTheSamePayloads(int pieceLength)
    {
        byte[] stream = [3, 0, 0, 0, 1, 2, 3, 0, 0, 0, 1, 5, 0, 0, 2, 4, 5, 6, 7, 8];
        var framer = new PayloadFramer(prefixLimit: 4);

        Assert.Equal([(3, "010203"), (0, ""), (5, "04050607")], Read(framer, stream, pieceLength));
        Assert.Equal(3, framer.PacketCount);
        Assert.True(framer.IsBetweenPayloads);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    public void PayloadOf16MiBAndMore_SpansPackets(int rest)
    {
        byte[] stream =
        [
            0xFF, 0xFF, 0xFF, 0, .. new byte[0xFF_FFFF],
            (byte)rest, (byte)(rest >> 8), (byte)(rest >> 16), 1, .. new byte[rest],
            1, 0, 0, 0, 9,
        ];
        var framer = new PayloadFramer(prefixLimit: 1);

        Assert.Equal([(0xFF_FFFF + rest, "00"), (1, "09")], Read(framer, stream, 16_384));
        Assert.Equal(3, framer.PacketCount);
    }

    [Fact]
    public void HalfAPayload_IsNotBetweenPayloads()
    {
        var framer = new PayloadFramer(prefixLimit: 10);

        Assert.Equal(5, framer.Read([3, 0, 0, 0, 1], out bool isComplete));

        Assert.False(isComplete);
        Assert.False(framer.IsBetweenPayloads);
        Assert.Equal(1, framer.PayloadLength);
    }

    private static List<(long Length, string Prefix)> Read(PayloadFramer framer, ReadOnlySpan<byte> stream, int pieceLength)
    {
        List<(long, string)> payloads = [];
        while (!stream.IsEmpty)
        {
            ReadOnlySpan<byte> piece = stream[..Math.Min(pieceLength, stream.Length)];
            stream = stream[piece.Length..];
            while (!piece.IsEmpty)
            {
                piece = piece[framer.Read(piece, out bool isComplete)..];
                if (isComplete)
                    payloads.Add((framer.PayloadLength, Convert.ToHexString(framer.Prefix)));
            }
        }

        return payloads;
    }
}
