using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Readers and big columns, from all hosts; what was lent goes back when they are disposed of.</summary>
public sealed class ReaderRunnerTests
{
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task Reader_ReadsAndGivesBack(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=2");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        for (int round = 0; round < 2; round++)
        {
            ResilientMySqlDataReader reader = mode is CallMode.Sync
                ? ReaderRunner.OpenReader(hosted.Target, new CitiesFrom(599))
                : await ReaderRunner.OpenReaderAsync(hosted.Target, new CitiesFrom(599), default);
            Assert.True(await mode.ReadAsync(reader));
            Assert.Equal(599, reader.GetInt32(0));
            Assert.Equal("country_id", reader.GetName(2));
            await mode.CloseAsync(reader);
            Assert.True(reader.IsClosed);
        }

        Assert.Equal(312, QueryRunner.First<CitiesFrom, City>(hosted.Target, new(312)).CityId);
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task Stream_HasTheBytes(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=2");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);
        byte[] bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);

        Stream stream = (await OpenAsync(bytes, rows: 3))!;
        Assert.Equal(bytes.Length, stream.Length);
        using var copy = new MemoryStream();
        if (mode is CallMode.Sync)
            stream.CopyTo(copy);
        else
            await stream.CopyToAsync(copy);

        stream.Position = 1_000_000;
        Assert.Equal(bytes[1_000_000], stream.ReadByte());
        if (mode is CallMode.Sync)
            stream.Dispose();
        else
            await stream.DisposeAsync();

        Assert.Equal(bytes, copy.ToArray());
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
        await using (Stream empty = (await OpenAsync([], rows: 1))!)
            Assert.Equal(0, empty.Length);

        Assert.Null(await OpenAsync(null, rows: 1));
        Assert.Null(await OpenAsync(bytes, rows: 0));
        Assert.Equal(312, QueryRunner.First<CitiesFrom, City>(hosted.Target, new(312)).CityId);

        async Task<Stream?> OpenAsync(byte[]? value, int rows) => mode is CallMode.Sync
            ? ReaderRunner.OpenStream(hosted.Target, new BigColumn(value, rows))
            : await ReaderRunner.OpenStreamAsync(hosted.Target, new BigColumn(value, rows), default);
    }

    /// <summary>A stream may be disposed of twice; on a connection the next one stands on the same reader.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task StreamThatIsOver_DoesNotTouchTheNext(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        Stream first = (await OpenAsync([1, 2, 3]))!;
        await DisposeAsync(first);
        Stream second = (await OpenAsync([4, 5, 6]))!;

        Assert.Throws<ObjectDisposedException>(() => first.ReadByte());
        await DisposeAsync(first);

        Assert.Equal(4, second.ReadByte());
        await DisposeAsync(second);

        async Task<Stream?> OpenAsync(byte[] value) => mode is CallMode.Sync
            ? ReaderRunner.OpenStream(connection, new BigColumn(value, 1))
            : await ReaderRunner.OpenStreamAsync(connection, new BigColumn(value, 1), default);

        async Task DisposeAsync(Stream stream)
        {
            if (mode is CallMode.Sync)
                stream.Dispose();
            else
                await stream.DisposeAsync();
        }
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task Text_IsThere(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=2");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);
        string text = string.Concat(Enumerable.Repeat("Žižkov 🌍 ", 100_000));

        using (TextReader reader = (await OpenAsync(text, rows: 3))!)
        {
            Assert.Equal(text, mode is CallMode.Sync ? reader.ReadToEnd() : await reader.ReadToEndAsync());
            Assert.Equal(312, QueryRunner.First<CitiesFrom, City>(hosted.Target, new(312)).CityId);
        }

        Assert.Equal("", (await OpenAsync("", rows: 1))!.ReadToEnd());
        Assert.Null(await OpenAsync(null, rows: 1));
        Assert.Null(await OpenAsync(text, rows: 0));

        async Task<TextReader?> OpenAsync(string? value, int rows) => mode is CallMode.Sync
            ? ReaderRunner.OpenText(hosted.Target, new BigText(value, rows))
            : await ReaderRunner.OpenTextAsync(hosted.Target, new BigText(value, rows), default);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WrongColumnOrNoTable_GivesTheSessionBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=2");

        await Assert.ThrowsAsync<InvalidCastException>(async () => _ = mode is CallMode.Sync
            ? ReaderRunner.OpenStream(dataSource, new BigText("x", 1))
            : await ReaderRunner.OpenStreamAsync(dataSource, new BigText("x", 1), default));
        await Assert.ThrowsAsync<MySqlConnector.MySqlException>(async () => _ = mode is CallMode.Sync
            ? ReaderRunner.OpenReader(dataSource, default(NoSuchTable))
            : await ReaderRunner.OpenReaderAsync(dataSource, default(NoSuchTable), default));

        Assert.Equal(312, QueryRunner.First<CitiesFrom, City>(dataSource, new(312)).CityId);
        Assert.Equal(1, dataSource.GetStatistics().Opened);
    }
}
