namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>Who competes, by the names that the tables give them, in their order.</summary>
public enum ShapeWay
{
    /// <summary>MySqlConnector, by hand.</summary>
    MySqlConnector,

    /// <summary>Our wrapper, by hand.</summary>
    ResilientMySql,

    /// <summary>Dapper on MySqlConnector.</summary>
    Dapper,

    /// <summary>Dapper.AOT on MySqlConnector.</summary>
    DapperAot,

    /// <summary>A generated query of ours, through the driver.</summary>
    Generated,

    /// <summary>The same past the driver.</summary>
    GeneratedWire,
}
