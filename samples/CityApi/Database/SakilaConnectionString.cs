using System.Diagnostics.CodeAnalysis;
using ResilientMySql;

namespace CityApi.Database;

/// <summary>Finds the connection string, or says what to configure: a wrong one should stop the start, not the first request.</summary>
internal static class SakilaConnectionString
{
    private const string WhereToSet = "Set ConnectionStrings:Sakila in appsettings.json or the environment variable ConnectionStrings__Sakila.";

    public static bool TryRead(
        IConfiguration configuration,
        [NotNullWhen(true)] out string? connectionString,
        [NotNullWhen(false)] out string? complaint)
    {
        connectionString = configuration.GetConnectionString("Sakila");
        complaint = string.IsNullOrWhiteSpace(connectionString)
            ? $"The connection string to the Sakila database is missing. {WhereToSet}"
            : Check(connectionString);
        return complaint is null;
    }

    private static string? Check(string connectionString)
    {
        try
        {
            _ = new ResilientMySqlConnectionStringBuilder(connectionString);
            return null;
        }
        catch (ArgumentException exception)
        {
            return $"The connection string to the Sakila database is not valid: {exception.Message} {WhereToSet}";
        }
    }
}
