using System.Globalization;
using System.Reflection;

namespace ResilientMySql.Tests.Surface;

/// <summary>Members as text, in the driver's names, so that the driver's and ours can be compared.</summary>
internal static class MemberText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
    };

    /// <summary>What a page calls the member: <c>MySqlConnection.CloneWith(string)</c>.</summary>
    public static string Name(MemberInfo member)
    {
        string type = Type(DriverTypes.OriginalOf(member.DeclaringType!));
        return member switch
        {
            ConstructorInfo constructor => $"{type}({Types(constructor)})",
            MethodInfo method => $"{type}.{MethodName(method)}({Types(method)})",
            PropertyInfo property when property.GetIndexParameters() is { Length: > 0 } index => $"{type}[{string.Join(", ", index.Select(static parameter => Type(parameter.ParameterType)))}]",
            _ => $"{type}.{member.Name}",
        };
    }

    /// <summary>All that a caller can see of the member: parameter names and defaults, which setters there are, what it returns.</summary>
    public static string Signature(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Static(method)}{Type(method.ReturnType)} {MethodName(method)}({Parameters(method)})",
        PropertyInfo property => $"{Static(property.GetMethod ?? property.SetMethod!)}{Type(property.PropertyType)} {property.Name}{Accessors(property)}",
        EventInfo @event => $"event {Type(@event.EventHandlerType!)} {@event.Name}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Type(field.FieldType)} {field.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };

    public static string Type(Type type)
    {
        if (type.IsGenericType)
        {
            string name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
            return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Type))}>";
        }

        if (type.HasElementType)
            return Type(type.GetElementType()!) + (type.IsArray ? "[]" : "&");

        Type original = DriverTypes.OriginalOf(type);
        return Keywords.GetValueOrDefault(original, original.Name);
    }

    /// <summary>Extension methods say whose they are: both libraries' are in scope at once. eng/swap.sh rewrites the calls.</summary>
    private static string MethodName(MethodInfo method) => method.Name.Replace("ResilientMySql", "MySql", StringComparison.Ordinal);

    private static string Types(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter => Type(parameter.ParameterType)));

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "")}{Type(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) ?? "default"}" : "")));

    private static string Accessors(PropertyInfo property) =>
        $" {{{(property.GetMethod is { IsPublic: true } ? " get;" : "")}{(property.SetMethod is { IsPublic: true } ? " set;" : "")} }}";

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";
}
