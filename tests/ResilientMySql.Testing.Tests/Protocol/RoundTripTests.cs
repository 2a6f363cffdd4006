using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Tests.Protocol;

/// <summary>Which requests the client has waited for the server with, whatever the server is faster at.</summary>
public sealed class RoundTripTests
{
    private static readonly byte[] Ping = ServerPackets.Frame(0, new[] { (byte)ServerCommand.Ping });
    private static readonly byte[] Reset = ServerPackets.Frame(0, new[] { (byte)ServerCommand.ResetConnection });
    private static readonly byte[] CloseStatement = ServerPackets.Frame(0, new byte[] { (byte)ServerCommand.CloseStatement, 1, 0, 0, 0 });
    private static readonly byte[] Ok = ServerPackets.Frame(1, ServerPackets.Ok(0, 0, 0, ServerStatus.None));

    private readonly Conversation _conversation = new(1);

    public RoundTripTests() => Conversations.LogIn(_conversation, flags: 0, extendedFlags: 0);

    [Fact]
    public void RequestsSentTogether_ShareOne_AlsoWhenTheFirstIsAnsweredBeforeTheNextIsLookedAt()
    {
        byte[] together = [.. Reset, .. Ping];

        _conversation.NoteClientSpeaks();
        Assert.True(Starts(together));
        Answer();
        Assert.False(Starts(together.AsSpan(Reset.Length)));
    }

    [Fact]
    public void RequestBehindAnAnswer_StartsOne()
    {
        Assert.True(Sent(Ping));
        Answer();
        Assert.True(Sent(Ping));
    }

    [Fact]
    public void RequestBeforeTheAnswer_SharesOne()
    {
        Assert.True(Sent(Reset));
        Assert.False(Sent(Ping));
    }

    [Fact]
    public void RequestWithoutAnAnswer_StartsNone_AndTheOneSentWithItDoes()
    {
        byte[] together = [.. CloseStatement, .. Ping];

        _conversation.NoteClientSpeaks();
        Assert.False(Starts(together));
        Assert.True(Starts(together.AsSpan(CloseStatement.Length)));
    }

    [Fact]
    public void RequestThatComesInPieces_StartsOne()
    {
        _conversation.NoteClientSpeaks();
        Assert.Null(_conversation.ReadClient(Ping.AsSpan(0, 2)).Exchange);

        Assert.True(Sent(Ping[2..]));
    }

    private bool Sent(byte[] bytes)
    {
        _conversation.NoteClientSpeaks();
        return Starts(bytes);
    }

    /// <summary>Whether the request that the bytes begin with, or end, starts a round trip.</summary>
    private bool Starts(ReadOnlySpan<byte> bytes) => _conversation.ReadClient(bytes).Exchange!.StartsRoundTrip;

    private void Answer() => Conversations.Listen(_conversation, fromClient: false, Ok);
}
