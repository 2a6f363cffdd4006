using System.Globalization;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>What is asked of the random tests: another seed, more time, one case again.</summary>
internal static class FuzzVariables
{
    public static int Seed => Read("RESILIENTMYSQL_FUZZ_SEED") ?? 7;

    public static TimeSpan? Time => Read("RESILIENTMYSQL_FUZZ_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public static int? Case => Read("RESILIENTMYSQL_FUZZ_CASE");

    private static int? Read(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
