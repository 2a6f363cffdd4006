using MySqlConnector;
using ResilientMySql.Integration.DataSources;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Rows and arguments of several packets, and what is too large for the server.</summary>
public sealed class WireLargeTests(ITestOutputHelper output)
{
    private const int LongestPacket = 0xFF_FFFF;

    // A row begins with a zero and a byte of NULLs; then comes the value's length, of 4 bytes, or 9 from 2^24 on.
    private const int Before = 1 + 1 + 4;
    private const int BeforeLonger = 1 + 1 + 9;
    private const int Allowed = 64 * 1024 * 1024;

    private static readonly int[] RowLengths =
    [
        LongestPacket - Before - 1, LongestPacket - Before, LongestPacket - Before + 1, LongestPacket - 1, LongestPacket, LongestPacket + 1,
        (2 * LongestPacket) - BeforeLonger - 1, (2 * LongestPacket) - BeforeLonger, (2 * LongestPacket) - BeforeLonger + 1, 40_000_000,
    ];

    private static readonly AnyText Rows = AnyText.Of("SELECT v FROM (SELECT 0 AS n, _binary 'first' AS v UNION ALL SELECT 1, REPEAT(x'AB', ?) UNION ALL SELECT 2, _binary 'last') x ORDER BY n", [RowText.HashOfBytes]);
    private static readonly AnyText Texts = AnyText.Of("SELECT REPEAT('€', ?), 7", [RowText.HashOfText, 5]);
    private static readonly AnyText Hash = AnyText.Of("SELECT SHA2(?, 256), LENGTH(?)", [19, 7]);

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task LongRow_IsReadAsTheDriverReadsIt(ServerEngine engine)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        await encrypted.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {Allowed}");
        string[] links = await Links.ToAsync(encrypted.Server);
        foreach (string link in links)
        {
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                await using WirePair pair = await WirePair.OpenAsync(mode, link);

                // All of them where it costs least, the edge everywhere.
                foreach (int length in link == links[0] ? RowLengths : RowLengths[1..3])
                    await pair.ListAsync(Rows, $"{mode}, {length}, {link}", sink => sink.Int32(length));

                await pair.ListAsync(Texts, $"{mode}, {link}", static sink => sink.Int32((LongestPacket / 3) + 1));
                Tell(pair, $"{mode}, {link[^30..]}");
            }
        }
    }

    /// <summary>Not of exactly a packet's length: there the driver leaves the server waiting (<see cref="ServersUnderstandTests"/>).</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LongArgument_ArrivesAsTheDriversDoes(ServerEngine engine, CallMode mode)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        await encrypted.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {Allowed}");
        string[] links = await Links.ToAsync(encrypted.Server);
        foreach (string link in links)
        {
            await using WirePair pair = await WirePair.OpenAsync(mode, link);
            foreach (int length in link == links[0] ? (int[])[LongestPacket - 100, LongestPacket + 100, (2 * LongestPacket) + 100] : [LongestPacket + 100])
            {
                byte[] value = new byte[length];
                new Random(length).NextBytes(value);
                string text = new('ž', length / 4);
                await pair.ListAsync(Hash, $"{mode}, bytes {length}, {link}", sink => Bind(sink, value));
                await pair.ListAsync(Hash, $"{mode}, text {length}, {link}", sink => { sink.String(text); sink.String("é"); });
            }

            Tell(pair, $"{mode}, {link[^30..]}");
        }

        static void Bind(IParameterSink sink, byte[] value)
        {
            sink.Memory(value);
            sink.Bytes([1]);
        }
    }

    /// <summary>A result that is too large is NULL; an argument that is ends the session, which is replaced before the next statement.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TooLarge_IsRefused_AndTheNextStatementRuns(ServerEngine engine, CallMode mode)
    {
        const int Small = 1024 * 1024;
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        await encrypted.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {Small}");
        foreach (string link in await Links.ToAsync(encrypted.Server))
        {
            await using WirePair pair = await WirePair.OpenAsync(mode, link);
            await pair.ListAsync(AnyText.Kept("SELECT REPEAT('x', ?) IS NULL", [0]), $"{mode}, {link}", static sink => sink.Int32(Small + 1));
            foreach (int length in (int[])[Small - 1000, Small + 1, 17 * Small])
            {
                foreach (ResilientMySqlConnection side in (ResilientMySqlConnection[])[pair.Driver, pair.Wire])
                    AssertRefused(await HashAsync(mode, side, length), length > Small, $"{mode}, {length}, {(side == pair.Wire ? "wire" : "driver")}, {link}");

                await pair.ListAsync(AnyText.Kept("SELECT 7", [5]), $"Behind it, {mode}, {link}");
            }
        }
    }

    private static Task<string> HashAsync(CallMode mode, ResilientMySqlConnection target, int length) => WirePair.OutcomeAsync(async () =>
        string.Join("", await Hash.ToListAsync(mode, target, sink => { sink.Bytes(new byte[length]); sink.Bytes([1]); })));

    /// <summary>The server answers and closes; whether the answer is read before the link breaks under what is still sent is chance.</summary>
    private static void AssertRefused(string outcome, bool isTooLarge, string about) => Assert.True(
        isTooLarge == (outcome.Contains(" 1153 08S01 ", StringComparison.Ordinal) || outcome.Contains($"{nameof(ResilientMySqlException)} The session on", StringComparison.Ordinal)), $"{about}: {outcome}");

    private void Tell(WirePair pair, string about) => output.WriteLine(
        $"{about}: {pair.Results} results of {pair.Rows} rows and {pair.Errors} errors alike, {pair.Executions} past the driver");
}
