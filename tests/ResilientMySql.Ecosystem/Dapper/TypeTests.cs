using System.Data;
using System.Text.Json;
using Dapper;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Dapper;

/// <summary>What goes in through Dapper's parameters comes out through its mapping.</summary>
public sealed class TypeTests
{
    static TypeTests() => SqlMapper.AddTypeHandler(new TagsHandler());

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EveryType_ComesBackAsItWas(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.RunAsync(
            connection,
            """
            CREATE TABLE everything (
                Id INT PRIMARY KEY, Colour INT NOT NULL, Maybe INT NULL, `Key` CHAR(36) NOT NULL, At DATETIME(6) NOT NULL, Day DATE NOT NULL,
                Span TIME(6) NOT NULL, Price DECIMAL(20, 4) NOT NULL, Big BIGINT UNSIGNED NOT NULL, Ratio DOUBLE NOT NULL, IsOn BOOL NOT NULL,
                Bytes BLOB NOT NULL, Text TEXT CHARACTER SET utf8mb4 NULL, Tags JSON NOT NULL)
            """);
        var written = new Everything
        {
            Id = 1,
            Colour = Colour.Green,
            Key = Guid.Parse("8d0c4f2e-52b1-4d7e-9d3f-0b6f7f0a1c22"),
            At = new DateTime(2024, 2, 29, 23, 59, 58).AddTicks(1234560),
            Day = new DateOnly(2024, 2, 29),
            Span = new TimeSpan(0, 100, 2, 3, 4, 5),
            Price = 12345.6789m,
            Big = ulong.MaxValue,
            Ratio = 1.0 / 3,
            IsOn = true,
            Bytes = [0, 1, 39, 92, 255],
            Text = "it's a \\ and a 🐬",
            Tags = new Tags(["a", "b"]),
        };

        await mode.RunAsync(
            connection,
            "INSERT INTO everything VALUES (@Id, @Colour, @Maybe, @Key, @At, @Day, @Span, @Price, @Big, @Ratio, @IsOn, @Bytes, @Text, @Tags)",
            written);
        Everything read = Assert.Single(await mode.QueryAsync<Everything>(connection, "SELECT * FROM everything WHERE `Key` = @Key", new { written.Key }));

        Assert.Equivalent(written, read, strict: true);
        Assert.Equal(Colour.Green, Assert.Single(await mode.QueryAsync<Colour>(connection, "SELECT Colour FROM everything WHERE Colour = @c", new { c = Colour.Green })));
    }

    public enum Colour
    {
        Red = 1,
        Green = 2,
    }

    public sealed record Tags(string[] Values);

    private sealed class Everything
    {
        public int Id { get; set; }

        public Colour Colour { get; set; }

        public int? Maybe { get; set; }

        public Guid Key { get; set; }

        public DateTime At { get; set; }

        public DateOnly Day { get; set; }

        public TimeSpan Span { get; set; }

        public decimal Price { get; set; }

        public ulong Big { get; set; }

        public double Ratio { get; set; }

        public bool IsOn { get; set; }

        public byte[] Bytes { get; set; } = [];

        public string? Text { get; set; }

        public Tags Tags { get; set; } = new([]);
    }

    /// <summary>A value that is kept as JSON.</summary>
    private sealed class TagsHandler : SqlMapper.TypeHandler<Tags>
    {
        public override void SetValue(IDbDataParameter parameter, Tags? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = JsonSerializer.Serialize(value);
        }

        public override Tags? Parse(object value) => JsonSerializer.Deserialize<Tags>((string)value);
    }
}
