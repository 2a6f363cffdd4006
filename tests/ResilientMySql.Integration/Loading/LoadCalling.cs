using System.Data;
using MySqlConnector;

namespace ResilientMySql.Integration.Loading;

/// <summary>Bulk operations in both kinds of calls.</summary>
internal static class LoadCalling
{
    public static async Task<MySqlBulkCopyResult> CopyAsync(this CallMode mode, ResilientMySqlBulkCopy copy, DataTable table) =>
        mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table);

    public static async Task<MySqlBulkCopyResult> CopyAsync(this CallMode mode, ResilientMySqlBulkCopy copy, IEnumerable<DataRow> rows, int columns) =>
        mode is CallMode.Sync ? copy.WriteToServer(rows, columns) : await copy.WriteToServerAsync(rows, columns);

    public static async Task<MySqlBulkCopyResult> CopyAsync(this CallMode mode, ResilientMySqlBulkCopy copy, IDataReader reader) =>
        mode is CallMode.Sync ? copy.WriteToServer(reader) : await copy.WriteToServerAsync(reader);

    public static async Task<int> LoadAsync(this CallMode mode, ResilientMySqlBulkLoader loader) =>
        mode is CallMode.Sync ? loader.Load() : await loader.LoadAsync();
}
