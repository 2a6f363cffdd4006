namespace ResilientMySql.Aot;

/// <summary>Some checks that belong together.</summary>
internal interface ISection
{
    /// <summary>How their lines begin.</summary>
    string Name { get; }

    Task RunAsync(Report report, string connectionString);
}
