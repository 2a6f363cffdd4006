using MySqlConnector;

namespace ResilientMySql.Execution.Rows;

/// <summary>Where a bulk copy takes its rows from. May be read once: what was taken from it is gone.</summary>
internal interface IRowSource
{
    MySqlBulkCopyResult CopyTo(MySqlBulkCopy copy);

    ValueTask<MySqlBulkCopyResult> CopyToAsync(MySqlBulkCopy copy);
}
