using System.Data;
using MySqlConnector;

namespace ResilientMySql.Execution.Rows;

/// <summary>Rows, of each the first columns.</summary>
internal sealed class DataRowsSource(IEnumerable<DataRow> rows, int columnCount) : IRowSource
{
    public MySqlBulkCopyResult CopyTo(MySqlBulkCopy copy) => copy.WriteToServer(rows, columnCount);

    public ValueTask<MySqlBulkCopyResult> CopyToAsync(MySqlBulkCopy copy) => copy.WriteToServerAsync(rows, columnCount);
}
