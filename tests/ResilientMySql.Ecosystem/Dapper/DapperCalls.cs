using System.Data.Common;
using Dapper;

namespace ResilientMySql.Ecosystem.Dapper;

/// <summary>Dapper's methods in the kind of call that a test asks for.</summary>
internal static class DapperCalls
{
    public static async Task<List<T>> QueryAsync<T>(this CallMode mode, DbConnection connection, string sql, object? parameters = null, DbTransaction? transaction = null) =>
        [.. mode is CallMode.Sync
            ? connection.Query<T>(sql, parameters, transaction)
            : await connection.QueryAsync<T>(sql, parameters, transaction)];

    public static async Task<List<dynamic>> QueryDynamicAsync(this CallMode mode, DbConnection connection, string sql, object? parameters = null) =>
        [.. mode is CallMode.Sync ? connection.Query(sql, parameters) : await connection.QueryAsync(sql, parameters)];

    public static async Task<List<City>> QueryWithCountryAsync(this CallMode mode, DbConnection connection, string sql, object? parameters = null) =>
        [.. mode is CallMode.Sync
            ? connection.Query<City, Country, City>(sql, City.In, parameters, splitOn: "CountryId")
            : await connection.QueryAsync<City, Country, City>(sql, City.In, parameters, splitOn: "CountryId")];

    public static async Task<int> RunAsync(this CallMode mode, DbConnection connection, string sql, object? parameters = null, DbTransaction? transaction = null) =>
        mode is CallMode.Sync
            ? connection.Execute(sql, parameters, transaction)
            : await connection.ExecuteAsync(sql, parameters, transaction);

    public static async Task<int> RunAsync(this CallMode mode, DbConnection connection, CommandDefinition command) =>
        mode is CallMode.Sync ? connection.Execute(command) : await connection.ExecuteAsync(command);

    public static async Task<T?> ScalarAsync<T>(this CallMode mode, DbConnection connection, string sql, object? parameters = null) =>
        mode is CallMode.Sync ? connection.ExecuteScalar<T>(sql, parameters) : await connection.ExecuteScalarAsync<T>(sql, parameters);

    public static async Task<SqlMapper.GridReader> QueryMultipleAsync(this CallMode mode, DbConnection connection, string sql, object? parameters = null) =>
        mode is CallMode.Sync ? connection.QueryMultiple(sql, parameters) : await connection.QueryMultipleAsync(sql, parameters);

    public static async Task<List<T>> ReadAsync<T>(this CallMode mode, SqlMapper.GridReader results) =>
        [.. mode is CallMode.Sync ? results.Read<T>() : await results.ReadAsync<T>()];

    public static async Task<DbDataReader> OpenReaderAsync(this CallMode mode, DbConnection connection, string sql, object? parameters = null) =>
        mode is CallMode.Sync
            ? (DbDataReader)connection.ExecuteReader(sql, parameters)
            : await connection.ExecuteReaderAsync(sql, parameters);

    /// <summary>Rows as they arrive, with the reader open between them.</summary>
    public static IAsyncEnumerable<T> StreamAsync<T>(this CallMode mode, DbConnection connection, string sql) =>
        mode is CallMode.Sync ? connection.Query<T>(sql, buffered: false).ToAsyncEnumerable() : connection.QueryUnbufferedAsync<T>(sql);
}
