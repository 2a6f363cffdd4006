using System.Data;
using System.Data.Common;

namespace ResilientMySql;

/// <summary>What handlers of <see cref="ResilientMySqlDataAdapter.RowUpdated"/> are told, after a row was written, or could not be.</summary>
public sealed class ResilientMySqlRowUpdatedEventArgs : RowUpdatedEventArgs
{
    /// <summary>For a row, the command that writes it, what that does, and the mapping of its columns.</summary>
    public ResilientMySqlRowUpdatedEventArgs(DataRow row, IDbCommand? command, StatementType statementType, DataTableMapping tableMapping)
        : base(row, command, statementType, tableMapping)
    {
    }

    /// <summary>The command that writes the row.</summary>
    public new ResilientMySqlCommand? Command => (ResilientMySqlCommand?)base.Command;
}
