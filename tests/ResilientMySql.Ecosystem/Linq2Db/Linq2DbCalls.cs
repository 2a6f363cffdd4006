using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.DataProvider.MySql;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Linq2Db;

/// <summary>linq2db on our connections, in the kind of call that a test asks for.</summary>
internal static class Linq2DbCalls
{
    public static DataConnection Connect(ServerEngine engine, string connectionString) =>
        Connect(engine, () => new ResilientMySqlConnection(connectionString));

    public static DataConnection Connect(ServerEngine engine, Func<ResilientMySqlConnection> create)
    {
        MySqlVersion version = engine is ServerEngine.MySql ? MySqlVersion.MySql80 : MySqlVersion.MariaDB10;
        LinqToDB.DataProvider.IDataProvider provider = MySqlTools.GetDataProvider(version, MySqlProvider.MySqlConnector);
        return new DataConnection(new DataOptions().UseConnectionFactory(provider, _ => create()));
    }

    public static async Task<List<T>> ListAsync<T>(this CallMode mode, IQueryable<T> query) =>
        mode is CallMode.Sync ? query.ToList() : await query.ToListAsync();

    public static async Task<int> CountAsync<T>(this CallMode mode, IQueryable<T> query) =>
        mode is CallMode.Sync ? query.Count() : await query.CountAsync();

    public static async Task<int> InsertAsync<T>(this CallMode mode, DataConnection db, T row)
        where T : notnull =>
        mode is CallMode.Sync ? db.Insert(row) : await db.InsertAsync(row);

    public static async Task<long> CopyAsync<T>(this CallMode mode, DataConnection db, BulkCopyType type, IEnumerable<T> rows)
        where T : class
    {
        var options = new BulkCopyOptions { BulkCopyType = type };
        BulkCopyRowsCopied copied = mode is CallMode.Sync ? db.BulkCopy(options, rows) : await db.BulkCopyAsync(options, rows);
        return copied.RowsCopied;
    }
}
