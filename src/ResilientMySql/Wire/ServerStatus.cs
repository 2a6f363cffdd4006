namespace ResilientMySql.Wire;

/// <summary>What the server says of the session after each statement (MySQL's SERVER_STATUS flags). Others exist and are kept.</summary>
[Flags]
internal enum ServerStatus : ushort
{
    None = 0,
    InTransaction = 0x0001,
    Autocommit = 0x0002,
    MoreResultsExist = 0x0008,
    CursorExists = 0x0040,
    LastRowSent = 0x0080,
    NoBackslashEscapes = 0x0200,
    OutParameters = 0x1000,
    InReadOnlyTransaction = 0x2000,
    SessionStateChanged = 0x4000,
}
