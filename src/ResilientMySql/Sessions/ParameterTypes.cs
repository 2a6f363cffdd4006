using System.Collections.Concurrent;
using MySqlConnector;

namespace ResilientMySql.Sessions;

/// <summary>The types that parameters have on the wire, when a prepared statement is executed.</summary>
/// <remarks>
/// MySQL derives types from a prepared statement's first execution, and goes on with them, converting the values of the next:
/// after 5, the text '5.25' is less than every name. Measured on 9.7; MariaDB 10.11 starts anew at each execution.
/// </remarks>
internal static class ParameterTypes
{
    /// <summary>By the type of the value; null where the driver goes by the parameter's.</summary>
    private static readonly ConcurrentDictionary<Type, MySqlDbType?> Known = new();

    public static MySqlDbType[] Of(MySqlParameterCollection parameters)
    {
        var types = new MySqlDbType[parameters.Count];
        for (int i = 0; i < types.Length; i++)
            types[i] = Of(parameters[i]);

        return types;
    }

    /// <summary>Whether the parameters have those types. Allocates nothing.</summary>
    public static bool Are(MySqlDbType[] types, MySqlParameterCollection parameters)
    {
        if (types.Length != parameters.Count)
            return false;

        for (int i = 0; i < types.Length; i++)
        {
            if (types[i] != Of(parameters[i]))
                return false;
        }

        return true;
    }

    private static MySqlDbType Of(MySqlParameter parameter) => parameter.Value is null or DBNull
        ? parameter.MySqlDbType
        : Known.GetOrAdd(parameter.Value.GetType(), static (_, value) => Ask(value), parameter.Value) ?? parameter.MySqlDbType;

    /// <summary>What the driver makes of a value, whatever the parameter has been before.</summary>
    private static MySqlDbType? Ask(object value)
    {
        var number = new MySqlParameter { Value = 0 };
        var text = new MySqlParameter { Value = "" };
        number.Value = text.Value = value;
        return number.MySqlDbType == text.MySqlDbType ? number.MySqlDbType : null;
    }
}
