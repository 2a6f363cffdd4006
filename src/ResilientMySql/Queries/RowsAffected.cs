using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>The number of rows affected.</summary>
internal readonly struct RowsAffected : INonQueryResult<int>
{
    public static int Of(MySqlCommand command, int affected) => affected;

    public static int Of(OkPayload ok) => checked((int)ok.AffectedRows);
}
