using System.Data;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases;

/// <summary>Writes down what a connection raises.</summary>
public static class Watching
{
    public static void Watch(this Scene scene, MySqlConnection connection) =>
        connection.StateChange += (_, change) => scene.Write($"event {change.OriginalState} -> {change.CurrentState}");
}
