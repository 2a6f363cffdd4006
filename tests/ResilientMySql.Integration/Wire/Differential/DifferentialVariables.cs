using System.Globalization;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>What is asked of the random tests: another seed, more time, one case again.</summary>
internal static class DifferentialVariables
{
    public static int Seed => Read("RESILIENTMYSQL_DIFFERENTIAL_SEED") ?? 7;

    public static TimeSpan? Time => Read("RESILIENTMYSQL_DIFFERENTIAL_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public static int? Case => Read("RESILIENTMYSQL_DIFFERENTIAL_CASE");

    private static int? Read(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
