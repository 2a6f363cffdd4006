using System.Text.Json.Serialization;

namespace ResilientMySql.Aot.Queries;

/// <summary>How <see cref="Settings"/> is written, without reflection.</summary>
[JsonSerializable(typeof(Settings))]
public sealed partial class SettingsContext : JsonSerializerContext;
