using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Rows out of bytes.</summary>
internal static class WireRows
{
    public static WireRow Of(byte[] definition, byte[] value, MySqlGuidFormat guids = MySqlGuidFormat.Default) => Of([definition], Payloads.Row([value]), guids);

    public static WireRow Of(byte[][] definitions, byte[] row, MySqlGuidFormat guids = MySqlGuidFormat.Default)
    {
        // A row lies anywhere in a buffer.
        byte[] bytes = [0xAA, 0xBB, .. row, 0xCC];
        var layout = new RowLayout();
        layout.Describe([.. definitions.Select(definition => ColumnDefinition.Parse(definition, guids))]);
        layout.Read(bytes, new PayloadRange(2, row.Length));
        return new WireRow(layout);
    }
}
