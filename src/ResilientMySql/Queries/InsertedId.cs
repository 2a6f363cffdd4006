using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>The id that AUTO_INCREMENT gave to the first row, as the server tells with its answer; 0 where it gave none.</summary>
internal readonly struct InsertedId : INonQueryResult<long>
{
    public static long Of(MySqlCommand command, int affected) => command.LastInsertedId;

    public static long Of(WireChannel channel) => (long)channel.Ok.LastInsertId;
}
