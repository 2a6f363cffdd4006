using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>A view of one row and one column, of any type, which is then read as another.</summary>
internal sealed class OddColumn(TestServer server, CallMode mode, WireMode wire)
{
    public async Task<T> ReadAsync<T>(string expression)
    {
        await server.ExecuteAsync($"CREATE OR REPLACE VIEW {server.Database}.odd AS SELECT {expression} AS odd_one");
        await using var dataSource = new ResilientMySqlDataSource($"{server.ConnectionString};Wire={wire}");
        return await mode.FirstAsync<OddAs<T>, T>(dataSource, default);
    }

    public async Task RefusesAsync<T>(string expression, string sqlType, string wanted, string reason)
    {
        var refusal = await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<T>(expression));
        Assert.NotNull(refusal.InnerException);
        Assert.StartsWith("Column 0 'odd_one' (", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{sqlType}) cannot be read as ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{wanted}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }
}
