namespace ResilientMySql.Allocations;

/// <summary>What a generated query runs on.</summary>
public enum QueryHost
{
    DataSource,
    Connection,
    Transaction,
}
