using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Reads an answer to its end, as a session does, and every value of its rows in every way.</summary>
internal sealed class ReceivedAnswer(ReceiveBuffer buffer, RowLayout layout, WireCapabilities capabilities, MySqlGuidFormat guids)
{
    private ResponseParser _response = new(new WireStatement(1, 0), capabilities, guids);
    private PrepareParser _prepare = new(capabilities, guids);

    public bool HasEnded => _response.HasEnded || _prepare.HasEnded;

    public int Rows { get; private set; }

    /// <summary>What the values themselves have cost, and the exceptions in place of values.</summary>
    public long BytesForValues { get; private set; }

    /// <exception cref="WireProtocolException">The payload is none of the protocol.</exception>
    public void Take(PayloadRange payload, bool isPrepare)
    {
        if (isPrepare)
        {
            if (_prepare.Feed(buffer.Payload(payload)) is ResponsePart.Ok)
                _ = _prepare.ToStatement(0);

            return;
        }

        switch (_response.Feed(buffer.Payload(payload)))
        {
            case ResponsePart.Columns:
                layout.Describe(_response.Columns);
                break;
            case ResponsePart.Row:
                layout.Read(buffer.Bytes, payload);
                Rows++;
                ReadValues();
                break;
            default:
                break;
        }
    }

    private void ReadValues()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var row = new WireRow(layout);
        int ordinal = Rows % layout.ColumnCount;

        // Exceptions take their time: one getter a row, all of them in turn.
        ReadValue(ref row, Rows * 7 % RowGetters.Count, ordinal);
        BytesForValues += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void ReadValue(ref WireRow row, int getter, int ordinal)
    {
        try
        {
            _ = RowGetters.Read(ref row, getter, ordinal);
        }
        catch (Exception exception) when (row.IsReading && exception is not (IndexOutOfRangeException or NullReferenceException or WireProtocolException))
        {
            _ = row.Explain(exception, []);
        }
    }
}
