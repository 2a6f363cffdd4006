using System.Net;
using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>Pins the one seam to the driver's insides to the referenced version: fails loudly when an upgrade moves them.</summary>
public sealed class SessionSocketTests
{
    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, "")]
    [InlineData(ServerEngine.MySql, "")]
    [InlineData(ServerEngine.MySql, ";SSL Mode=Required")]
    public async Task OpenConnection_ItsSocketIsFoundAndQuiet(ServerEngine engine, string options)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new MySqlConnection(rented.Server.ConnectionString + ";Pooling=false" + options);
        await connection.OpenAsync();

        Socket? socket = SessionSocket.TryGet(connection);

        Assert.NotNull(socket);
        Assert.Equal(rented.Server.Port, ((IPEndPoint)socket.RemoteEndPoint!).Port);
        Assert.False(new LivenessProbe(socket).SeesDeath());
        await rented.Server.KillSessionAsync(connection.ServerThread);
        Assert.True(new LivenessProbe(socket).SeesDeath());
    }

    [Fact]
    public void ClosedConnection_HasNoSocket()
    {
        using var connection = new MySqlConnection("Server=127.0.0.1");

        Assert.Null(SessionSocket.TryGet(connection));
    }
}
