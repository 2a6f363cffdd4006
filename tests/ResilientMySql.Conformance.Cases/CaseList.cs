using System.Reflection;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases;

/// <summary>Every case of this assembly: the public static methods that take a <see cref="Scene"/>.</summary>
public static class CaseList
{
    public static IReadOnlyDictionary<string, ConformanceCase> All { get; } = typeof(CaseList).Assembly.GetExportedTypes()
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(static method => method.GetParameters() is [{ ParameterType: var only }] && only == typeof(Scene))
        .Select(Make)
        .ToDictionary(static found => found.Name);

    private static ConformanceCase Make(MethodInfo method)
    {
        var run = method.CreateDelegate<Func<Scene, Task>>();
        return new ConformanceCase($"{method.DeclaringType!.Name}.{method.Name}", method, (ground, transcript) => run(new Scene(ground, transcript)));
    }
}
