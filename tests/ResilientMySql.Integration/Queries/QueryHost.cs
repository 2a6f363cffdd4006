namespace ResilientMySql.Integration.Queries;

/// <summary>What a generated statement runs on.</summary>
public enum QueryHost
{
    DataSource,
    Connection,
    Transaction,
}
