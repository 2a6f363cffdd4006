using System.Data;
using System.Data.Common;

namespace ResilientMySql;

/// <summary>What handlers of <see cref="ResilientMySqlDataAdapter.RowUpdating"/> are told, before a row is written.</summary>
public sealed class ResilientMySqlRowUpdatingEventArgs : RowUpdatingEventArgs
{
    /// <summary>For a row, the command that writes it, what that does, and the mapping of its columns.</summary>
    public ResilientMySqlRowUpdatingEventArgs(DataRow row, IDbCommand? command, StatementType statementType, DataTableMapping tableMapping)
        : base(row, command, statementType, tableMapping)
    {
    }

    /// <summary>The command that writes the row.</summary>
    public new ResilientMySqlCommand? Command => (ResilientMySqlCommand?)base.Command;
}
