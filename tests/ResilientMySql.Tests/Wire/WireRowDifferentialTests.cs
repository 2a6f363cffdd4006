using System.Reflection;
using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>The driver decides what a row's bytes mean: value by value, and where there is none, reason by reason.</summary>
public sealed class WireRowDifferentialTests
{
    private static readonly MySqlGuidFormat[] Formats = Enum.GetValues<MySqlGuidFormat>();
    private static readonly Dictionary<MySqlGuidFormat, DriverReaders> Drivers = Formats.ToDictionary(format => format, format => new DriverReaders(format));

    [Theory]
    [InlineData(1, 3_000, 1)]
    [InlineData(2, 500, 20)]
    public void RandomRow_IsReadAsTheDriverReadsIt(int seed, int rounds, int mostColumns)
    {
        var random = new Random(seed);
        for (int round = 0; round < rounds; round++)
        {
            MySqlGuidFormat format = Formats[random.Next(Formats.Length)];
            RandomColumn[] columns = [.. Enumerable.Range(0, random.Next(1, mostColumns + 1)).Select(_ => RandomColumn.Next(random))];
            byte[][] definitions = [.. columns.Select(column => column.Definition)];
            byte[] row = Payloads.Row([.. columns.Select(column => column.NextValue(random))]);

            var pair = new RowPair(definitions, row, format, Drivers[format]);
            string about = $"round {round}, {format}, {string.Join(", ", columns.Select(column => $"{column.Type} {Convert.ToHexString(column.Definition.AsSpan(^13))}"))}, row {Convert.ToHexString(row)}";
            int ordinal = random.Next(columns.Length);
            pair.AssertSame(ordinal, about);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void ColumnThatIsNotThere_IsExplainedAlike(int ordinal)
    {
        var pair = new RowPair([Payloads.Definition("id", ColumnType.Long)], Payloads.Row([1, 0, 0, 0]), default, Drivers[default]);

        pair.AssertSame(ordinal, "INT");
    }

    /// <summary>Bytes that we take for a row are one for the driver too, with the same values: never one from the wrong column.</summary>
    [Fact]
    public void MutatedRow_IsRefused_OrReadAsTheDriverReadsIt()
    {
        var random = new Random(3);
        int read = 0;
        for (int round = 0; round < 3_000; round++)
        {
            RandomColumn[] columns = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => RandomColumn.Next(random))];
            byte[][] definitions = [.. columns.Select(column => column.Definition)];
            byte[] row = Payloads.Row([.. columns.Select(column => column.NextValue(random))]);
            row[random.Next(row.Length)] = (byte)random.Next(256);

            RowPair pair;
            try
            {
                pair = new RowPair(definitions, row, default, Drivers[default]);
            }
            catch (WireProtocolException)
            {
                continue;
            }

            read++;
            if (round % 4 == 0)
                pair.AssertSame(random.Next(columns.Length), $"round {round}");
        }

        Assert.InRange(read, 500, 2_900);
    }
}
