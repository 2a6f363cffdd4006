namespace ResilientMySql.Generators.Model;

/// <summary>In the order in which one goes before the other.</summary>
internal enum HostKind
{
    Transaction,
    Connection,
    DataSource,
}
