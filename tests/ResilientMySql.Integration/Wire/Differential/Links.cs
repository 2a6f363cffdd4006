using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>The ways to one server: in clear, encrypted, and by a socket of the machine.</summary>
internal static class Links
{
    public static async Task<string[]> ToAsync(TestServer server, string? database = null)
    {
        string toServer = database is null ? server.ConnectionString : $"{server.ConnectionString};Database={database}";
        return
        [
            $"{toServer};Pooling=False;SSL Mode=None;Allow Public Key Retrieval=true",
            $"{toServer};Pooling=False;SSL Mode=Required",
            $"{toServer};Pooling=False;Server={await server.QueryAsync<string>("SELECT @@socket")};Protocol=Unix;SSL Mode=None",
        ];
    }
}
