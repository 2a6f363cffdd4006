using System.Data;
using MySqlConnector;

namespace ResilientMySql.Execution.Rows;

/// <summary>All rows of a table.</summary>
internal sealed class DataTableSource(DataTable table) : IRowSource
{
    public MySqlBulkCopyResult CopyTo(MySqlBulkCopy copy) => copy.WriteToServer(table);

    public ValueTask<MySqlBulkCopyResult> CopyToAsync(MySqlBulkCopy copy) => copy.WriteToServerAsync(table);
}
