using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Tests.Protocol;

/// <summary>Lets a listener hear what client and server say.</summary>
internal static class Conversations
{
    /// <summary>A login with these capabilities, without TLS and compression, so that what follows is read as commands and answers.</summary>
    public static void LogIn(Conversation conversation, uint flags, uint extendedFlags)
    {
        flags &= ~(uint)(Capabilities.Ssl | Capabilities.Compress | Capabilities.ZstdCompression);
        flags |= (uint)Capabilities.Protocol41;
        byte[] greeting = new PayloadWriter()
            .Byte(10).NullTerminated("8").Zeros(13).UInt16((ushort)flags).Zeros(3).UInt16((ushort)(flags >> 16)).Zeros(7).UInt32(extendedFlags).Zeros(13)
            .Payload.ToArray();
        byte[] response = new PayloadWriter().UInt32(flags).Zeros(24).UInt32(extendedFlags).Zeros(10).Payload.ToArray();
        Listen(conversation, fromClient: false, ServerPackets.Frame(0, greeting));
        Listen(conversation, fromClient: true, ServerPackets.Frame(1, response));
        Listen(conversation, fromClient: false, ServerPackets.Frame(2, ServerPackets.Ok(0, 0, 0, ServerStatus.None)));
        Assert.True(conversation.SeesPackets);
        Assert.True(conversation.IsIdle);
    }

    public static void Listen(Conversation conversation, bool fromClient, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = fromClient ? conversation.ReadClient(bytes).ByteCount : conversation.ReadServer(bytes).ByteCount;
            Assert.InRange(count, 1, bytes.Length);
            bytes = bytes[count..];
        }

        _ = conversation.IsIdle;
        _ = conversation.Unfinished.Count();
    }
}
