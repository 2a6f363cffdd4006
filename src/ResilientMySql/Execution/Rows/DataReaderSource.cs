using System.Data;
using MySqlConnector;

namespace ResilientMySql.Execution.Rows;

/// <summary>The rows that a reader has yet to read.</summary>
internal sealed class DataReaderSource(IDataReader reader) : IRowSource
{
    public MySqlBulkCopyResult CopyTo(MySqlBulkCopy copy) => copy.WriteToServer(reader);

    public ValueTask<MySqlBulkCopyResult> CopyToAsync(MySqlBulkCopy copy) => copy.WriteToServerAsync(reader);
}
