namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>When a server that has ended is there again.</summary>
internal enum Restart
{
    AtOnce,
    After3Seconds,
    Never,
}
