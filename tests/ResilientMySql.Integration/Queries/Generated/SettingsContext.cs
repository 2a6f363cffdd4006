using System.Text.Json.Serialization;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>What the serializer knows without reflection.</summary>
[JsonSerializable(typeof(Settings))]
internal sealed partial class SettingsContext : JsonSerializerContext;
