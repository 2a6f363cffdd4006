using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MySqlConnector;

namespace ResilientMySql;

/// <summary>
/// A connection string: every keyword of MySqlConnector, and the keywords of this library beside them.
/// </summary>
/// <remarks>Unknown keywords and values that do not fit throw as soon as they are set, as the driver's own builder does.</remarks>
[SuppressMessage("Design", "CA1010:Generic interface should also be implemented", Justification = "The base class decides; the driver's builder is the same.")]
public sealed class ResilientMySqlConnectionStringBuilder : DbConnectionStringBuilder
{
    private const string RecoveryKey = "Recovery";
    private const string RecoveryTimeoutKey = "Recovery Timeout";
    private const string ServerChangeKey = "Server Change";
    private const uint LongestTimeout = 86_400;

    /// <summary>An empty connection string: every keyword has its default.</summary>
    public ResilientMySqlConnectionStringBuilder()
    {
    }

    /// <summary>Reads <paramref name="connectionString"/>.</summary>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public ResilientMySqlConnectionStringBuilder(string? connectionString)
    {
        ConnectionString = connectionString ?? "";
    }

    /// <summary>Whether lost sessions are repaired. Default: <see cref="RecoveryMode.Auto"/>.</summary>
    public RecoveryMode Recovery
    {
        get => TryGetValue(RecoveryKey, out object? value) ? Parse<RecoveryMode>(RecoveryKey, value) : RecoveryMode.Auto;
        set => this[RecoveryKey] = value;
    }

    /// <summary>
    /// How long a call may spend on replacing a lost session, in seconds, 1 to 86,400; the command's own timeout bounds it as
    /// well. Default: 15.
    /// </summary>
    public uint RecoveryTimeout
    {
        get => TryGetValue(RecoveryTimeoutKey, out object? value) ? ParseTimeout(value) : 15;
        set => this[RecoveryTimeoutKey] = value;
    }

    /// <summary>
    /// Which server may take the place of the one that a session was lost on, while it is in use. Default:
    /// <see cref="ServerChange.Equivalent"/>.
    /// </summary>
    public ServerChange ServerChange
    {
        get => TryGetValue(ServerChangeKey, out object? value) ? Parse<ServerChange>(ServerChangeKey, value) : ServerChange.Equivalent;
        set => this[ServerChangeKey] = value;
    }

    /// <inheritdoc/>
    [AllowNull]
    public override object this[string keyword]
    {
        get => base[Canonical(keyword)];
        set
        {
            string canonical = Canonical(keyword);
            base[canonical] = value switch
            {
                null => null,
                _ when canonical == RecoveryKey => Parse<RecoveryMode>(RecoveryKey, value).ToString(),
                _ when canonical == ServerChangeKey => Parse<ServerChange>(ServerChangeKey, value).ToString(),
                _ when canonical == RecoveryTimeoutKey => ParseTimeout(value).ToString(CultureInfo.InvariantCulture),
                _ => CheckedByDriver(keyword, value),
            };
        }
    }

    /// <summary>The driver's part of this connection string.</summary>
    internal MySqlConnectionStringBuilder ToDriver()
    {
        var driver = new MySqlConnectionStringBuilder();
        foreach (string keyword in Keys)
        {
            if (keyword is not (RecoveryKey or RecoveryTimeoutKey or ServerChangeKey))
                driver[keyword] = base[keyword];
        }

        return driver;
    }

    /// <summary>Our keywords may be written with or without blanks, as the driver's may.</summary>
    private static string Canonical(string keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        string compact = keyword.Replace(" ", "", StringComparison.Ordinal);
        return compact switch
        {
            _ when compact.Equals("Recovery", StringComparison.OrdinalIgnoreCase) => RecoveryKey,
            _ when compact.Equals("ServerChange", StringComparison.OrdinalIgnoreCase) => ServerChangeKey,
            _ when compact.Equals("RecoveryTimeout", StringComparison.OrdinalIgnoreCase) => RecoveryTimeoutKey,
            _ => keyword,
        };
    }

    private static object CheckedByDriver(string keyword, object value)
    {
        _ = new MySqlConnectionStringBuilder { [keyword] = value };
        return value;
    }

    private static TEnum Parse<TEnum>(string key, object value)
        where TEnum : struct, Enum =>
        Enum.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), ignoreCase: true, out TEnum parsed) && Enum.IsDefined(parsed)
            ? parsed
            : throw new ArgumentException($"Connection string: '{key}={value}' is not valid; use {string.Join(" or ", Enum.GetNames<TEnum>())}.");

    private static uint ParseTimeout(object value) =>
        uint.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out uint seconds)
            && seconds is > 0 and <= LongestTimeout
            ? seconds
            : throw new ArgumentException($"Connection string: '{RecoveryTimeoutKey}={value}' is not valid; use 1 to {LongestTimeout} seconds.");
}
