using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Queries;
using ResilientMySql.Wire;

namespace ResilientMySql.Integration.Wire;

/// <summary>Runs statements that give no rows straight on the socket of a driver's connection, which is idle meanwhile.</summary>
internal sealed class RawSession(CallMode mode, MySqlConnection connection, WireCapabilities capabilities)
{
    private readonly Socket _socket = SessionSocket.TryGet(connection)!;
    private readonly SendBuffer _buffer = new();

    public async Task<WireStatement> PrepareAsync(string text)
    {
        Commands.Prepare(_buffer, text);
        byte[] answer = await AskAsync();
        AssertOk(answer);
        uint id = BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(1));
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(5)));

        // A definition for each parameter, and no EOF packet after them: both servers do without.
        int parameterCount = BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(7));
        for (int i = 0; i < parameterCount; i++)
            await ReceiveAsync();

        return new(id, parameterCount);
    }

    /// <summary>Has the server insert one row.</summary>
    public async Task InsertAsync<TStatement>(WireStatement prepared, TStatement statement)
        where TStatement : struct, IStatement
    {
        byte[] answer = await ExecuteAsync(prepared, statement);
        AssertOk(answer);
        Assert.Equal(1, answer[1]);
    }

    /// <returns>The number of the error with which the server refuses the row.</returns>
    public async Task<int> RefusedAsync<TStatement>(WireStatement prepared, TStatement statement)
        where TStatement : struct, IStatement
    {
        byte[] answer = await ExecuteAsync(prepared, statement);
        Assert.Equal(0xFF, answer[0]);
        return BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(1));
    }

    private async Task<byte[]> ExecuteAsync<TStatement>(WireStatement prepared, TStatement statement)
        where TStatement : struct, IStatement
    {
        WireParameterSink sink = ExecuteEncoder.Begin(_buffer, prepared, capabilities);
        statement.Bind(ref sink);
        ExecuteEncoder.End(ref sink);
        byte[] answer = await AskAsync();
        _buffer.Recycle();
        return answer;
    }

    private async Task<byte[]> AskAsync()
    {
        for (ReadOnlyMemory<byte> left = _buffer.Packets; !left.IsEmpty;)
            left = left[(mode is CallMode.Sync ? _socket.Send(left.Span) : await _socket.SendAsync(left))..];

        return await ReceiveAsync();
    }

    private static void AssertOk(byte[] answer) => Assert.True(answer[0] == 0, $"Not OK: {Encoding.UTF8.GetString(answer)}");

    private async Task<byte[]> ReceiveAsync()
    {
        byte[] header = new byte[4];
        await FillAsync(header);
        byte[] payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) & 0xFF_FFFF];
        await FillAsync(payload);
        return payload;
    }

    private async Task FillAsync(Memory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = mode is CallMode.Sync ? _socket.Receive(bytes.Span) : await _socket.ReceiveAsync(bytes);
            Assert.NotEqual(0, count);
            bytes = bytes[count..];
        }
    }
}
