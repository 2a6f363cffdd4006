namespace ResilientMySql.Statements;

/// <summary>
/// The servers that a statement may be meant for. A name that is built in on one and not on the other may be a stored function
/// there, which may do anything.
/// </summary>
[Flags]
internal enum ServerDialects : byte
{
    None = 0,

    /// <summary>MySQL 9.</summary>
    MySql9 = 1,

    /// <summary>MariaDB from 10.11 on.</summary>
    MariaDb1011 = 2,

    /// <summary>MariaDB from 11.8 on.</summary>
    MariaDb118 = 4,

    MariaDb = MariaDb1011 | MariaDb118,

    /// <summary>Not known yet: only what holds everywhere is taken for granted.</summary>
    Any = MySql9 | MariaDb,
}
