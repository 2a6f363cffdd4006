using ResilientMySql.Aot.Queries;

namespace ResilientMySql.Aot.Sections;

/// <summary>Values of every type that a generated query binds and reads.</summary>
internal sealed class ValuesSection : ISection
{
    private static readonly Numbers Extremes = new(
        true, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue,
        1.5f, -1.5, 12345678901234.5678m);

    private static readonly Texts Words = new(
        new DateTime(2026, 2, 28, 23, 59, 59, 123).AddMicroseconds(456), new DateOnly(1999, 12, 31), new TimeOnly(23, 59, 59),
        TimeSpan.FromHours(-30), Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), "Žižkov 🌍 'quoted'", null);

    public string Name => "values";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var dataSource = new ResilientMySqlDataSource(connectionString);
        var queries = new ValueQueries(dataSource);
        report.Equal("numbers", Extremes, queries.EchoNumbers(
            true, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue,
            1.5f, -1.5, 12345678901234.5678m));
        report.Equal("numbers, NULL", new Numbers(null, null, null, null, null, null, null, null, null, null, null, null),
            queries.EchoNumbers(null, null, null, null, null, null, null, null, null, null, null, null));
        report.Equal("texts and times", Words, queries.EchoTexts(Words.At, Words.Day, Words.Hour, Words.Span, Words.Key, Words.Text, null));
        report.Equal("texts and times, NULL", new Texts(null, null, null, null, null, null, null),
            await queries.EchoTextsAsync(null, null, null, null, null, null, null));
        report.Items<byte>("bytes", [0, 255, 39], queries.EchoBytes([0, 255, 39])!);
        report.Equal("a moment", new DateTimeOffset(2026, 2, 28, 1, 2, 3, TimeSpan.Zero), queries.EchoMoment(new DateTimeOffset(2026, 2, 28, 3, 2, 3, TimeSpan.FromHours(2))));
        report.Equal("an enum", Continent.Asia, queries.EchoContinent(Continent.Asia));
        report.Equal("an enum, NULL", null, queries.EchoContinent(null));
    }
}
