using System.Reflection;

namespace ResilientMySql.Tests.Surface;

/// <summary>What one type of the driver's has that its counterpart here has not, or has otherwise.</summary>
internal static class TypeSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The gaps, by the name that a page gives them, with a sentence each.</summary>
    public static IEnumerable<(string Member, string Gap)> GapsOf(Type theirs)
    {
        if (DriverTypes.CounterpartOf(theirs) is not { } ours)
            return [(theirs.Name, $"there is no public {DriverTypes.OurName(theirs.Name)}")];

        return HeadGaps(theirs, ours).Concat(MemberGaps(theirs, ours));
    }

    private static IEnumerable<(string Member, string Gap)> HeadGaps(Type theirs, Type ours)
    {
        if (MemberText.Type(ours.BaseType!) != MemberText.Type(theirs.BaseType!))
            yield return (theirs.Name, $"its base is {ours.BaseType!.Name}, not {theirs.BaseType!.Name}");

        foreach (Type missing in theirs.GetInterfaces().Where(static type => type.IsPublic).Except(ours.GetInterfaces()))
            yield return (theirs.Name, $"it is no {MemberText.Type(missing)}");
    }

    private static IEnumerable<(string Member, string Gap)> MemberGaps(Type theirs, Type ours)
    {
        Dictionary<string, MemberInfo> found = ours.GetMembers(Declared).Where(IsSurface).ToDictionary(MemberText.Name);
        foreach (MemberInfo member in theirs.GetMembers(Declared).Where(IsSurface))
        {
            string name = MemberText.Name(member);
            if (!found.TryGetValue(name, out MemberInfo? counterpart))
                yield return (name, IsOverride(member) ? "what the base class does is not overridden" : "it is missing");
            else if (MemberText.Signature(counterpart) != MemberText.Signature(member))
                yield return (name, $"it is '{MemberText.Signature(counterpart)}', not '{MemberText.Signature(member)}'");
        }
    }

    /// <summary>Public members, and the protected ones by which the base class is told what to do.</summary>
    private static bool IsSurface(MemberInfo member) => member switch
    {
        // Dispose comes in three forms that call one another: which of them is overridden is nobody's business.
        MethodInfo { Name: "Dispose" or "DisposeAsync" or "DisposeAsyncCore" } => false,
        MethodInfo { IsSpecialName: true } => false,
        MethodBase method => method.IsPublic || (method.IsFamily && IsOverride(method)),
        PropertyInfo property => IsSurfaceAccessor(property.GetMethod) || IsSurfaceAccessor(property.SetMethod),
        EventInfo @event => @event.AddMethod!.IsPublic,
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static bool IsSurfaceAccessor(MethodInfo? accessor) => accessor is not null && (accessor.IsPublic || (accessor.IsFamily && IsOverride(accessor)));

    private static bool IsOverride(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetBaseDefinition().DeclaringType != method.DeclaringType,
        PropertyInfo property => IsOverride((property.GetMethod ?? property.SetMethod)!),
        _ => false,
    };
}
