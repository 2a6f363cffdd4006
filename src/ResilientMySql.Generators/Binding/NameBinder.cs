using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>Finds what the names in a statement mean.</summary>
internal sealed class NameBinder(CallModel call, string methodName)
{
    /// <summary>Whether an <c>@name</c>, given without its @, is a variable of the session by its author's word.</summary>
    public bool IsUserVariable(string name) => call.UserVariables.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The parameter of that name; or <c>parameter.Member</c>; or the member of that name that only one parameter has. Case does not
    /// matter in the names of MySQL's variables: it decides only where several names differ in nothing else.
    /// </summary>
    /// <returns>What it means, or the problem with it.</returns>
    public (BoundName? Name, SqlProblem? Problem) Find(string name, int start)
    {
        int length = name.Length + 1;
        ParameterModel? parameter = FindParameter(name);
        if (parameter is { Scalar: not null } or { IsUnsupported: true })
            return (new BoundName(parameter, null), null);

        int dot = name.IndexOf('.');
        if (dot > 0 && FindParameter(name.Substring(0, dot)) is { } owner && FindProperty(owner, name.Substring(dot + 1)) is { } member)
            return (new BoundName(owner, member), null);

        List<BoundName> owned = [.. call.Parameters
            .Select(candidate => new BoundName(candidate, FindProperty(candidate, name)))
            .Where(candidate => candidate.Property is not null)];

        return owned.Count switch
        {
            1 => (owned[0], null),
            0 when parameter is not null => (null, new SqlProblem(Descriptors.ObjectWithoutMember, start, length, null, name, parameter.Properties[0].Name)),
            0 => (null, new SqlProblem(Descriptors.UnknownSqlParameter, start, length, null, name, methodName)),
            _ => (null, new SqlProblem(Descriptors.AmbiguousMember, start, length, null, name, string.Join(", ", owned.Select(one => $"'{one.Parameter.Name}'")), owned[0].Parameter.Name)),
        };
    }

    private ParameterModel? FindParameter(string name) =>
        call.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? call.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static PropertyModel? FindProperty(ParameterModel parameter, string name) =>
        parameter.Properties.FirstOrDefault(property => property.Name == name)
        ?? parameter.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
