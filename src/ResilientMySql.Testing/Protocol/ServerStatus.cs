namespace ResilientMySql.Testing.Protocol;

/// <summary>The status flags that say whether an answer goes on. MySQL Internals, "Status Flags".</summary>
[Flags]
internal enum ServerStatus : ushort
{
    None = 0,
    Autocommit = 0x0002,
    MoreResultsExist = 0x0008,
    CursorExists = 0x0040,
}
