namespace ResilientMySql.Testing.Protocol;

/// <summary>The capability flags that change how packets read. MySQL Internals, "Capabilities Flags"; MariaDB's own from bit 32 on.</summary>
[Flags]
internal enum Capabilities : ulong
{
    None = 0,
    LongPassword = 1 << 0,
    FoundRows = 1 << 1,
    LongFlag = 1 << 2,
    ConnectWithDatabase = 1 << 3,
    Compress = 1 << 5,
    LocalFiles = 1 << 7,
    Protocol41 = 1 << 9,
    Ssl = 1 << 11,
    Transactions = 1 << 13,
    SecureConnection = 1 << 15,
    MultiStatements = 1 << 16,
    MultiResults = 1 << 17,
    PreparedMultiResults = 1 << 18,
    PluginAuth = 1 << 19,
    ConnectAttributes = 1 << 20,
    PluginAuthLengthEncoded = 1 << 21,
    DeprecateEof = 1 << 24,
    OptionalMetadata = 1 << 25,
    ZstdCompression = 1 << 26,
    QueryAttributes = 1 << 27,
    MariaDbProgress = 1UL << 32,
    MariaDbCacheMetadata = 1UL << 36,
}
