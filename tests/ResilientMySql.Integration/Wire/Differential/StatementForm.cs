namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>What a random statement does.</summary>
internal enum StatementForm
{
    Query,
    AllColumns,
    Insert,
    Update,
    Delete,
}
