namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>What is done again and again on an open connection.</summary>
internal enum OverheadOperation
{
    Scalar,
    Reader,
    PreparedScalar,
    NonQuery,
}
