using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Tests.Wire;

/// <summary>Values that only the driver makes.</summary>
internal static class DriverValues
{
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    public static extern MySqlDecimal Decimal(string digits);
}
