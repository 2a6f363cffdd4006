using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net.Sockets;
using MySqlConnector;
using static ResilientMySql.Failures.ServerErrorMeaning;

namespace ResilientMySql.Failures;

/// <summary>
/// The table of the server's error codes that mean more than "this statement failed"; every other code means just that. Printed
/// in docs/guarantees.md.
/// </summary>
internal static class ServerErrors
{
    /// <summary>The rows, by number.</summary>
    public static readonly ImmutableArray<ServerError> Rows =
    [
        new(MySqlErrorCode.CommandTimeoutExpired, LeavesInDoubt,
            "The driver's own: the time was up, and the server stopped the statement when asked to (KILL QUERY)."),
        new(MySqlErrorCode.None, MayOpenLater,
            "No code of a server: the link died during the handshake."),
        new(MySqlErrorCode.CheckRead, MayEndTransaction,
            "MariaDB with innodb_snapshot_isolation rolls the transaction back when a row it has read was changed."),
        new(MySqlErrorCode.ConnectionCountError, MayOpenLater,
            "Too many connections: others end."),
        new(MySqlErrorCode.UnableToConnectToHost, MayOpenLater,
            "The driver's own: refused, unreachable, or the handshake did not finish."),
        new(MySqlErrorCode.UnknownCommand, RetiresSession,
            "A Galera node that has left its cluster answers everything with this until it is back."),
        new(MySqlErrorCode.ServerShutdown, EndsSession | LeavesInDoubt | MayOpenLater,
            "The server goes down; it ends running statements with this, leaves the session open, and hangs up later."),
        new(MySqlErrorCode.PacketTooLarge, EndsSession,
            "The server stops reading in the middle of the packet, leaves the session open, and hangs up."),
        new(MySqlErrorCode.ErrorDuringCommit, MayEndTransaction | LeavesInDoubt,
            "The engine failed while it committed."),
        new(MySqlErrorCode.TooManyUserConnections, MayOpenLater,
            "The account's connections are all in use: others end."),
        new(MySqlErrorCode.LockWaitTimeout, MayEndTransaction,
            "Rolls back the statement, or with innodb_rollback_on_timeout the transaction."),
        new(MySqlErrorCode.LockTableFull, MayEndTransaction,
            "InnoDB gives up the transaction when its memory for locks is used up."),
        new(MySqlErrorCode.LockDeadlock, RollsBackTransaction,
            "A deadlock's victim: InnoDB rolls the transaction back as a whole."),
        new(MySqlErrorCode.UserLimitReached, MayOpenLater,
            "The account's limit of connections is reached: others end."),
        new(MySqlErrorCode.OptionPreventsStatement, RetiresSession,
            "Mostly --read-only: the server was demoted. The session serves its user, and nobody after him."),
        new(MySqlErrorCode.QueryInterrupted, LeavesInDoubt,
            "KILL QUERY: part of the statement may have been done where the engine cannot roll back."),
        new(MySqlErrorCode.XARBDeadlock, RollsBackTransaction,
            "A branch of a distributed transaction that was a deadlock's victim."),
        new((MySqlErrorCode)1836, RetiresSession,
            "The server runs in read-only mode: it was demoted."),
        new((MySqlErrorCode)1927, EndsSession | LeavesInDoubt,
            "MariaDB's answer to a statement whose session was killed under it."),
        new((MySqlErrorCode)1969, LeavesInDoubt,
            "MariaDB's max_statement_time: as KILL QUERY."),
        new(MySqlErrorCode.QueryTimeout, LeavesInDoubt,
            "MySQL's max_execution_time: as KILL QUERY."),
        new((MySqlErrorCode)3032, MayOpenLater,
            "offline_mode: the administrator lets nobody in for a while."),
        new((MySqlErrorCode)3100, RetiresSession | RollsBackTransaction,
            "Group Replication could not certify the transaction; it is rolled back, and the member may be on its way out."),
        new((MySqlErrorCode)3101, RetiresSession | RollsBackTransaction,
            "Group Replication rolled the transaction back at its commit."),
        new(MySqlErrorCode.ClientInteractionTimeout, EndsSession | LeavesInDoubt,
            "MySQL's last words to a session idle for longer than wait_timeout; but a procedure can raise any number by hand, and MariaDB uses this one for a missing trigger."),
    ];

    private static readonly FrozenDictionary<MySqlErrorCode, ServerErrorMeaning> Meanings =
        Rows.ToFrozenDictionary(static row => row.Code, static row => row.Meaning);

    /// <summary>What the code means beyond the failure of its statement.</summary>
    public static ServerErrorMeaning MeaningOf(MySqlErrorCode code) => Meanings.GetValueOrDefault(code);

    /// <summary>Whether opening may succeed a little later, with nothing changed on our side.</summary>
    public static bool CanOpenLater(Exception exception) => exception switch
    {
        MySqlException refused => MeaningOf(refused.ErrorCode).HasFlag(ServerErrorMeaning.MayOpenLater),
        SocketException or IOException or UnfitServerException => true,
        _ => false,
    };
}
