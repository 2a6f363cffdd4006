using System.Globalization;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>A server that takes small packets only, with a table for rows of any size.</summary>
internal sealed class SmallPackets : IAsyncDisposable
{
    private readonly Proxied _proxied;
    private readonly long _before;

    private SmallPackets(Proxied proxied, long before)
    {
        _proxied = proxied;
        _before = before;
    }

    public string ConnectionString => _proxied.ConnectionString;

    /// <summary>How many there were, of all sessions.</summary>
    public long Requests => _proxied.Proxy.Counters.Requests;

    public static async Task<SmallPackets> StartAsync(ServerEngine engine, int bytes)
    {
        Proxied proxied = await Proxied.StartAsync(engine);
        Skip.IfNot(proxied.Server.CanControl, "The server is external.");
        long before = await proxied.Server.QueryAsync<long>("SELECT CAST(@@GLOBAL.max_allowed_packet AS SIGNED)");
        await proxied.Server.ExecuteAsync($"CREATE TABLE {proxied.Server.Database}.bulk_text (text MEDIUMTEXT CHARACTER SET utf8mb4, bytes MEDIUMBLOB)");
        await proxied.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {bytes}");
        return new SmallPackets(proxied, before);
    }

    /// <summary>A number, asked of the schema that {0} stands for.</summary>
    public Task<long> QueryAsync(string sql) =>
        _proxied.Server.QueryAsync<long>(string.Format(CultureInfo.InvariantCulture, sql, _proxied.Server.Database));

    public async ValueTask DisposeAsync()
    {
        await _proxied.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {_before}");
        await _proxied.Server.ExecuteAsync($"DROP TABLE {_proxied.Server.Database}.bulk_text");
        await _proxied.DisposeAsync();
    }
}
