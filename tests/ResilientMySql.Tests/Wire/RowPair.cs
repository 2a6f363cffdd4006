using MySqlConnector;
using ResilientMySql.Queries;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>The same bytes as a row on the wire, and as one that the driver's reader stands on.</summary>
internal sealed class RowPair
{
    private static readonly string[] Members = ["First", "Second"];

    private readonly RowLayout _layout = new();
    private readonly MySqlDataReader _reader;

    public RowPair(byte[][] definitions, byte[] row, MySqlGuidFormat guids, DriverReaders driver)
    {
        _layout.Describe([.. definitions.Select(definition => ColumnDefinition.Parse(definition, guids))]);
        _layout.Read(row, new PayloadRange(0, row.Length));
        _reader = driver.Over(definitions, row);
    }

    /// <summary>Reads a column with every getter, on either side.</summary>
    public void AssertSame(int ordinal, string about)
    {
        for (int getter = 0; getter < RowGetters.Count; getter++)
        {
            string driver = OverDriver(getter, ordinal);
            string wire = OverWire(getter, ordinal);
            Assert.True(driver == wire, $"Getter {getter} of column {ordinal}, {about}:{Environment.NewLine}driver {driver}{Environment.NewLine}wire   {wire}");
        }
    }

    private string OverDriver(int getter, int ordinal)
    {
        var row = new DriverRow(_reader);
        try
        {
            return RowGetters.Read(ref row, getter, ordinal);
        }
        catch (Exception exception) when (row.IsReading)
        {
            return row.Explain(exception, Members).Message;
        }
        catch (IndexOutOfRangeException)
        {
            return nameof(IndexOutOfRangeException);
        }
    }

    private string OverWire(int getter, int ordinal)
    {
        var row = new WireRow(_layout);
        try
        {
            return RowGetters.Read(ref row, getter, ordinal);
        }
        catch (Exception exception) when (row.IsReading)
        {
            return row.Explain(exception, Members).Message;
        }
        catch (IndexOutOfRangeException)
        {
            return nameof(IndexOutOfRangeException);
        }
    }
}
