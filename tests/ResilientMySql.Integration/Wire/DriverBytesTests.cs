using System.Buffers.Binary;
using System.Data;
using MySqlConnector;
using ResilientMySql.Queries;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Scripting;
using ResilientMySql.TestServers;
using ResilientMySql.Wire;

namespace ResilientMySql.Integration.Wire;

/// <summary>
/// What the wire sends is byte for byte what the driver sends; from the second execution on it leaves out the types that the
/// server has, which the driver sends every time.
/// </summary>
public sealed class DriverBytesTests
{
    private const int HeaderLength = 4;
    private const int StatementHead = 10;

    public static TheoryData<ServerEngine, MySqlGuidFormat> ServersAndGuidFormats
    {
        get
        {
            var cells = new TheoryData<ServerEngine, MySqlGuidFormat>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (MySqlGuidFormat format in Enum.GetValues<MySqlGuidFormat>())
                    cells.Add(engine, format);
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryType_IsAsTheDriverSendsIt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var tap = RequestTap.Start(rented.Server.Port);
        await using MySqlConnection connection = await OpenAsync(rented.Server.ConnectionString, tap);

        foreach ((string type, Action<IParameterSink>[] samples) in ArgumentSamples.ByType)
            await CompareAsync(tap, connection, "SELECT ?", samples, type, engine is ServerEngine.MySql, default);
    }

    [SkippableTheory]
    [MemberData(nameof(ServersAndGuidFormats))]
    public async Task EveryGuidFormat_IsAsTheDriverSendsIt(ServerEngine engine, MySqlGuidFormat format)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var tap = RequestTap.Start(rented.Server.Port);
        await using MySqlConnection connection = await OpenAsync($"{rented.Server.ConnectionString};Guid Format={format}", tap);

        await CompareAsync(tap, connection, "SELECT ?", ArgumentSamples.ByType["Guid"], $"Guid as {format}", engine is ServerEngine.MySql, format);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AnyNumberOfArguments_IsAsTheDriverSendsIt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var tap = RequestTap.Start(rented.Server.Port);
        await using MySqlConnection connection = await OpenAsync(rented.Server.ConnectionString, tap);

        foreach (int count in (int[])[0, 1, 7, 8, 9, 16, 250, 251, 65_535])
        {
            string text = count == 0 ? "SELECT 1" : $"SELECT 1 IN ({string.Join(',', Enumerable.Repeat('?', count))})";
            await CompareAsync(tap, connection, text, [sink => BindMany(sink, count, 0), sink => BindMany(sink, count, 3)], $"{count} arguments", engine is ServerEngine.MySql, default);
        }
    }

    /// <summary>Any types together, NULLs among them.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task RandomArguments_AreAsTheDriverSendsThem(ServerEngine engine)
    {
        const int Statements = 60;
        const int Executions = 20;
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var tap = RequestTap.Start(rented.Server.Port);
        await using MySqlConnection connection = await OpenAsync(rented.Server.ConnectionString, tap);
        Action<IParameterSink>[][] types = [.. ArgumentSamples.ByType.Values];
        var random = new Random(71);
        for (int i = 0; i < Statements; i++)
        {
            Action<IParameterSink>[][] placeholders = random.GetItems(types, random.Next(1, 30));
            var executions = new Action<IParameterSink>[Executions];
            for (int j = 0; j < Executions; j++)
            {
                Action<IParameterSink>[] arguments = [.. placeholders.Select(samples => samples[random.Next(samples.Length)])];
                executions[j] = sink => Array.ForEach(arguments, bind => bind(sink));
            }

            await CompareAsync(
                tap, connection, $"DO {string.Join(", ", Enumerable.Repeat('?', placeholders.Length))}", executions, $"Statement {i}", engine is ServerEngine.MySql, default);
        }
    }

    /// <summary>
    /// Around what a packet holds, of a server that takes anything. Not exactly that: there the driver leaves out the empty packet
    /// with which the payload ends, and the server waits for ever (<see cref="ServersUnderstandTests"/> sends it).
    /// </summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(0xFF_FFFF)]
    public async Task LongValue_IsSplitAsTheDriverSplitsIt(int beyondOnePacket)
    {
        await using ScriptedServer server = ScriptedServer.Start();
        server.When("SELECT ?", RowsReply.Scalar("value", 1));
        await using var tap = RequestTap.Start(server.Port);
        await using MySqlConnection connection = await OpenAsync("Server=127.0.0.1;User ID=any", tap);

        // Before the value come the head, the NULLs, the flag, a type and the value's length.
        const int Before = StatementHead + 1 + 1 + 2 + 4;
        byte[] value = new byte[0xFF_FFFF - Before + beyondOnePacket];
        new Random(beyondOnePacket).NextBytes(value);
        await using var command = new MySqlCommand("SELECT ?", connection);
        byte[] driver = await ExecuteThroughDriverAsync(tap, command, sink => sink.Bytes(value));
        byte[] wire = Encode(new SendBuffer(), StatementOf(driver, 1), sink => sink.Bytes(value), hasAttributes: false, default);

        AssertSame(driver, wire, $"{beyondOnePacket} bytes more than a packet");
    }

    private static async Task<MySqlConnection> OpenAsync(string connectionString, RequestTap tap)
    {
        var connection = new MySqlConnection($"{connectionString};Port={tap.Port};SSL Mode=None;Allow Public Key Retrieval=true;Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task CompareAsync(
        RequestTap tap, MySqlConnection connection, string text, Action<IParameterSink>[] samples, string what, bool hasAttributes, MySqlGuidFormat format)
    {
        await using var command = new MySqlCommand(text, connection);
        var buffer = new SendBuffer();
        WireStatement? known = null;
        for (int i = 0; i < samples.Length; i++)
        {
            byte[] driver = await ExecuteThroughDriverAsync(tap, command, samples[i]);
            Assert.Equal(hasAttributes ? 8 : 0, driver[HeaderLength + 5]);

            WireStatement first = StatementOf(driver, command.Parameters.Count);
            AssertSame(driver, Encode(buffer, first, samples[i], hasAttributes, format), $"{what}, sample {i}");

            // The same statement again, as a session has it.
            known ??= first;
            byte[] expected = known.ParameterCount == 0 ? driver : WithoutTypes(driver, known.ParameterCount, hasAttributes);
            AssertSame(expected, Encode(buffer, known, samples[i], hasAttributes, format), $"{what}, sample {i} again");
        }
    }

    private static WireStatement StatementOf(byte[] execution, int parameterCount) =>
        new(BinaryPrimitives.ReadUInt32LittleEndian(execution.AsSpan(HeaderLength + 1)), parameterCount);

    private static void AssertSame(ReadOnlySpan<byte> driver, ReadOnlySpan<byte> wire, string what)
    {
        int same = driver.CommonPrefixLength(wire);
        Assert.True(same == driver.Length && same == wire.Length, $"{what}: differs at {same}; driver {Show(driver)}, wire {Show(wire)}");
    }

    private static string Show(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes[..Math.Min(bytes.Length, 100)]);

    private static async Task<byte[]> ExecuteThroughDriverAsync(RequestTap tap, MySqlCommand command, Action<IParameterSink> bind)
    {
        IParameterSink sink = new DriverParameterSink(command.Parameters);
        bind(sink);
        if (!command.IsPrepared)
            await command.PrepareAsync();

        tap.Forget();
        try
        {
            await using MySqlDataReader reader = await command.ExecuteReaderAsync(CommandBehavior.Default);
        }
        catch (MySqlException exception) when (exception.SqlState is not null)
        {
            // Some values are sent and then refused: the bytes are what counts.
        }

        return tap.LastExecution;
    }

    private static byte[] Encode(SendBuffer buffer, WireStatement statement, Action<IParameterSink> bind, bool hasAttributes, MySqlGuidFormat format)
    {
        WireParameterSink sink = ExecuteEncoder.Begin(buffer, statement, new(DeprecatesEof: true, hasAttributes, CachesMetadata: false, TracksSession: false));
        sink.GuidFormat = format;
        IParameterSink boxed = sink;
        bind(boxed);
        sink = (WireParameterSink)boxed;
        ExecuteEncoder.End(ref sink);
        byte[] packets = buffer.Packets.ToArray();
        buffer.Recycle();
        return packets;
    }

    /// <summary>The driver's execution, of one packet, without the types.</summary>
    private static byte[] WithoutTypes(byte[] packet, int parameterCount, bool hasAttributes)
    {
        int count = !hasAttributes ? 0 : parameterCount <= 250 ? 1 : 3;
        int flag = HeaderLength + StatementHead + count + ((parameterCount + 7) / 8);
        int values = flag + 1 + (parameterCount * (hasAttributes ? 3 : 2));
        byte[] shorter = [0, 0, 0, 0, .. packet[HeaderLength..flag], 0, .. packet[values..]];
        BinaryPrimitives.WriteInt32LittleEndian(shorter, shorter.Length - HeaderLength);
        return shorter;
    }

    private static void BindMany(IParameterSink sink, int count, int firstNull)
    {
        for (int i = 0; i < count; i++)
            sink.Int32(i % 5 == firstNull || i % 8 == 7 ? null : i);
    }
}
