using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ResilientMySql.Queries;

/// <summary>Stores objects as JSON text, by metadata that was generated at compile time.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class JsonColumn
{
    /// <summary>The JSON of a value.</summary>
    /// <exception cref="NotSupportedException">The context does not have the type.</exception>
    public static string Write<T>(T value, JsonSerializerContext context) => JsonSerializer.Serialize(value, TypeInfo<T>(context));

    /// <summary>The value of a JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON, or not of that type; JSON's null is not a value.</exception>
    /// <exception cref="NotSupportedException">The context does not have the type.</exception>
    public static T Read<T>(string json, JsonSerializerContext context) =>
        JsonSerializer.Deserialize(json, TypeInfo<T>(context)) is { } value ? value : throw new JsonException($"The column holds JSON's null, which is no {typeof(T).Name}.");

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new NotSupportedException($"{context.GetType().Name} does not have {typeof(T).Name}: add [JsonSerializable(typeof({typeof(T).Name}))] to it.");
    }
}
