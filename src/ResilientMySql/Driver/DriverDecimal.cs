using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>Makes the driver's decimals, which have no public constructor.</summary>
/// <remarks>A test makes one with the referenced version of the driver. Out of reach, such columns are left to the driver.</remarks>
internal static class DriverDecimal
{
    /// <summary>Whether this version of the driver has the constructor.</summary>
    public static bool IsWithinReach { get; } = Try();

    /// <exception cref="FormatException">It is no DECIMAL.</exception>
    public static MySqlDecimal Parse(string text) => Create(text);

    private static bool Try()
    {
        try
        {
            return Create("1.5").ToString() == "1.5";
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException or BadImageFormatException or FormatException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlDecimal Create(string value);
}
