namespace ResilientMySql.Chaos.Workers;

/// <summary>How long a worker keeps a connection open.</summary>
internal enum Lifetime
{
    /// <summary>For one unit of work.</summary>
    PerUnit,

    /// <summary>For the whole run, with pauses in which it may die.</summary>
    WholeRun,
}
