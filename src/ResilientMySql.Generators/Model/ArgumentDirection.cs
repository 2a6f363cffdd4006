namespace ResilientMySql.Generators.Model;

/// <summary>Which way an argument of a stored procedure goes; named like the runtime's.</summary>
internal enum ArgumentDirection
{
    In,
    Out,
    InOut,
}
