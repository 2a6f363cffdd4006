using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class CommandsTests
{
    [Fact]
    public void Prepare_IsItsCodeAndTheTextAsUtf8()
    {
        var buffer = new SendBuffer();

        Commands.Prepare(buffer, "DO ?é");

        Assert.Equal([7, 0, 0, 0, 0x16, .. "DO ?é"u8], buffer.Packets.ToArray());
    }

    [Fact]
    public void PrepareOfALongText_IsAsLongAsItsUtf8()
    {
        var buffer = new SendBuffer();
        string text = new('€', SendBuffer.InitialCapacity);

        Commands.Prepare(buffer, text);

        Assert.Equal([0x16, .. System.Text.Encoding.UTF8.GetBytes(text)], Requests.PayloadOf(buffer.Packets));
    }

    [Fact]
    public void Close_IsItsCodeAndTheStatement()
    {
        var buffer = new SendBuffer();

        Commands.Close(buffer, 0x89ABCDEF);

        Assert.Equal([5, 0, 0, 0, 0x19, 0xEF, 0xCD, 0xAB, 0x89], buffer.Packets.ToArray());
    }

    [Fact]
    public void Reset_IsItsCodeAndTheStatement()
    {
        var buffer = new SendBuffer();

        Commands.Reset(buffer, 1);

        Assert.Equal([5, 0, 0, 0, 0x1A, 1, 0, 0, 0], buffer.Packets.ToArray());
    }
}
