using System.Collections.Frozen;
using System.Reflection;
using MySqlConnector;

namespace ResilientMySql.Tests.Surface;

/// <summary>Which of our types stands for which of the driver's, and which of the driver's stay as they are.</summary>
internal static class DriverTypes
{
    public static readonly Assembly Driver = typeof(MySqlConnection).Assembly;

    /// <summary>Types that hold no connection: code goes on using the driver's own.</summary>
    public static readonly FrozenSet<string> Kept = FrozenSet.Create(
        "MySqlAttribute",
        "MySqlAttributeCollection",
        "MySqlBatchCommand",
        "MySqlBatchCommandCollection",
        "MySqlBulkCopyColumnMapping",
        "MySqlBulkCopyResult",
        "MySqlBulkLoaderConflictOption",
        "MySqlBulkLoaderPriority",
        "MySqlCertificateStoreLocation",
        "MySqlConnectionOpenedCallback",
        "MySqlConnectionOpenedConditions",
        "MySqlConnectionOpenedContext",
        "MySqlConnectionProtocol",
        "MySqlConnectorSemanticConventionsKinds",
        "MySqlConnectorTracingOptionsBuilder",
        "MySqlConversionException",
        "MySqlDateTime",
        "MySqlDateTimeKind",
        "MySqlDbColumn",
        "MySqlDbType",
        "MySqlDecimal",
        "MySqlEndOfStreamException",
        "MySqlError",
        "MySqlErrorCode",
        "MySqlException",
        "MySqlGeometry",
        "MySqlGuidFormat",
        "MySqlHelper",
        "MySqlInfoMessageEventArgs",
        "MySqlInfoMessageEventHandler",
        "MySqlLoadBalance",
        "MySqlParameter",
        "MySqlParameterCollection",
        "MySqlProtocolException",
        "MySqlProvidePasswordContext",
        "MySqlRowsCopiedEventArgs",
        "MySqlRowsCopiedEventHandler",
        "MySqlServerRedirectionMode",
        "MySqlSslMode");

    // Authentication plug-ins and the old logging are the process's, not a connection's.
    private static readonly FrozenSet<string> KeptNamespaces = FrozenSet.Create("MySqlConnector.Authentication", "MySqlConnector.Logging");

    private static readonly Assembly Ours = typeof(ResilientMySqlConnection).Assembly;

    private static readonly FrozenDictionary<Type, Type> Pairs = Driver.GetExportedTypes()
        .Where(static type => !IsKept(type))
        .Select(static type => (Theirs: type, Ours: Ours.GetType("ResilientMySql." + OurName(type.Name))))
        .Where(static pair => pair.Ours is { IsPublic: true })
        .ToFrozenDictionary(static pair => pair.Theirs, static pair => pair.Ours!);

    private static readonly FrozenDictionary<Type, Type> Originals = Pairs.ToFrozenDictionary(static pair => pair.Value, static pair => pair.Key);

    /// <summary>The driver's public types that are to have a counterpart here.</summary>
    public static IEnumerable<Type> Mirrored => Driver.GetExportedTypes().Where(static type => !IsKept(type)).OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>Our counterpart of a type of the driver's; null where there is none.</summary>
    public static Type? CounterpartOf(Type theirs) => Pairs.GetValueOrDefault(theirs);

    /// <summary>The driver's type that one of ours stands for; any other type is itself.</summary>
    public static Type OriginalOf(Type type) => Originals.GetValueOrDefault(type, type);

    public static string OurName(string driverName) => driverName.StartsWith("MySqlConnector", StringComparison.Ordinal)
        ? "ResilientMySql" + driverName["MySqlConnector".Length..]
        : "Resilient" + driverName;

    private static bool IsKept(Type type) =>
        KeptNamespaces.Contains(type.Namespace!) || (type.Namespace == "MySqlConnector" && Kept.Contains(type.Name));
}
