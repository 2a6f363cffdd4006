using System.Reflection;
using ResilientMySql.Generators.Model;
using ResilientMySql.Queries;

namespace ResilientMySql.Generators.Tests;

/// <summary>What the compiler keeps between two keystrokes is plain data: a symbol in it would keep a whole compilation alive.</summary>
public sealed class ModelShapeTests
{
    private static readonly Type[] Models =
        [.. typeof(MethodModel).Assembly.GetTypes().Where(type => type.Namespace == typeof(MethodModel).Namespace && !IsCompilerMade(type))];

    [Fact]
    public void Models_HoldNoRoslynType()
    {
        var seen = new HashSet<Type>();
        foreach (Type model in Models)
            Visit(model, seen);

        Assert.Contains(typeof(ScalarModel), seen);
        Assert.DoesNotContain(seen, type => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Models_HoldOnlyEquatableTypes()
    {
        IEnumerable<FieldInfo> fields = Models.Where(type => !type.IsEnum && !type.IsGenericTypeDefinition)
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

        Assert.All(fields, field => Assert.True(IsEquatable(field.FieldType), $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void EqualItems_MakeEqualArrays()
    {
        Assert.Equal(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["a", "b"]));
        Assert.Equal(new EquatableArray<string>(["a", "b"]).GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.Equal(new EquatableArray<string>([]), default);
        Assert.NotEqual(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["b", "a"]));
    }

    [Fact]
    public void ScalarKinds_AreTheRuntimesMethods()
    {
        string[] kinds = Enum.GetNames<ScalarKind>();

        // What is read may stay where it is.
        Assert.Equal(kinds.Where(kind => kind != nameof(ScalarKind.Utf8)).Order(), typeof(IParameterSink).GetMethods().Select(method => method.Name).Order());

        // What is read has an array of its own.
        Assert.Equal(kinds.Append(nameof(IRow.IsNull)).Where(kind => kind != nameof(ScalarKind.Memory)).Order(), typeof(IRow).GetMethods().Select(method => method.Name).Order());
    }

    private static void Visit(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;

        foreach (Type argument in type.GetGenericArguments())
            Visit(argument, seen);

        if (type.GetElementType() is { } element)
            Visit(element, seen);

        if (type.Namespace == typeof(MethodModel).Namespace)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                Visit(field.FieldType, seen);
        }
    }

    private static bool IsEquatable(Type type) =>
        type.IsEnum || (Nullable.GetUnderlyingType(type) is { } inner ? IsEquatable(inner) : typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type));

    private static bool IsCompilerMade(Type type) => type.Name.StartsWith('<');
}
