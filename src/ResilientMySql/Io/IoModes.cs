namespace ResilientMySql.Io;

/// <summary>The two ways to call.</summary>
internal static class IoModes
{
    public static IoMode Other(IoMode mode) => mode is IoMode.Sync ? IoMode.Async : IoMode.Sync;
}
