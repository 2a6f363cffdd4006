namespace ResilientMySql.Generators.Effects;

/// <summary>What a method runs on, as far as its declaration tells.</summary>
internal enum StatementHost
{
    /// <summary>A data source: a session for this call alone, and no transaction around it.</summary>
    DataSource,

    /// <summary>A connection, which may have a transaction open.</summary>
    Connection,

    /// <summary>A transaction.</summary>
    Transaction,
}
