namespace ResilientMySql.Microbenchmarks.Ground;

/// <summary>Whose connection it is.</summary>
public enum Provider
{
    /// <summary>The driver's.</summary>
    MySqlConnector,

    /// <summary>Ours.</summary>
    ResilientMySql,
}
