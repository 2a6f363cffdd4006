namespace ResilientMySql.Testing;

/// <summary>What a client asks of a server; the values are the protocol's own command bytes.</summary>
/// <remarks>MySQL Internals, "Command Phase". A byte without a name here is passed on as it is.</remarks>
public enum ServerCommand
{
    /// <summary>Something that cannot be read: the connection is encrypted or compressed.</summary>
    Unseen = 0,

    /// <summary>The client says goodbye (COM_QUIT); not answered.</summary>
    Quit = 1,

    /// <summary>Choose the default schema (COM_INIT_DB).</summary>
    InitDb = 2,

    /// <summary>Run SQL text (COM_QUERY).</summary>
    Query = 3,

    /// <summary>List a table's columns (COM_FIELD_LIST).</summary>
    FieldList = 4,

    /// <summary>A line of figures (COM_STATISTICS).</summary>
    Statistics = 9,

    /// <summary>The server's list of processes (COM_PROCESS_INFO).</summary>
    ProcessInfo = 10,

    /// <summary>A client connects; never sent, but offered to predicates as the request of a new connection.</summary>
    Connect = 11,

    /// <summary>End a session (COM_PROCESS_KILL).</summary>
    ProcessKill = 12,

    /// <summary>Are you there (COM_PING).</summary>
    Ping = 14,

    /// <summary>Log in anew on the same connection (COM_CHANGE_USER).</summary>
    ChangeUser = 17,

    /// <summary>Send the binary log (COM_BINLOG_DUMP); from here on the proxy passes bytes.</summary>
    BinlogDump = 18,

    /// <summary>Prepare SQL text (COM_STMT_PREPARE).</summary>
    Prepare = 22,

    /// <summary>Run a prepared statement (COM_STMT_EXECUTE).</summary>
    Execute = 23,

    /// <summary>A piece of a parameter's value (COM_STMT_SEND_LONG_DATA); not answered.</summary>
    SendLongData = 24,

    /// <summary>Forget a prepared statement (COM_STMT_CLOSE); not answered.</summary>
    CloseStatement = 25,

    /// <summary>Reset a prepared statement (COM_STMT_RESET).</summary>
    ResetStatement = 26,

    /// <summary>Switch several statements in one text on or off (COM_SET_OPTION).</summary>
    SetOption = 27,

    /// <summary>Rows of an open cursor (COM_STMT_FETCH).</summary>
    Fetch = 28,

    /// <summary>Send the binary log from a GTID on (COM_BINLOG_DUMP_GTID); from here on the proxy passes bytes.</summary>
    BinlogDumpGtid = 30,

    /// <summary>Make the session as new (COM_RESET_CONNECTION).</summary>
    ResetConnection = 31,

    /// <summary>Copy the server's data (COM_CLONE); from here on the proxy passes bytes.</summary>
    Clone = 32,

    /// <summary>Run a prepared statement with many sets of values (MariaDB's COM_STMT_BULK_EXECUTE).</summary>
    ExecuteBulk = 250,
}
