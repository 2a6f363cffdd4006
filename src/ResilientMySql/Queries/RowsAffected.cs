using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>The number of rows affected.</summary>
internal readonly struct RowsAffected : INonQueryResult<int>
{
    public static int Of(MySqlCommand command, int affected) => affected;

    /// <summary>Some statements turn out to return rows only when they are executed.</summary>
    public static int Of(WireChannel channel) => channel.Columns.Length > 0 ? -1 : checked((int)channel.Ok.AffectedRows);
}
