using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes what a method passes to its statement for a parameter.</summary>
internal static class Passing
{
    private const string Arguments = Runtime.Queries + "QueryArguments.";

    public static string Of(ParameterModel parameter)
    {
        string name = Parsing.Names.Escape(parameter.Name);
        return parameter.Passing switch
        {
            ArgumentPassing.NotNull => $"{Arguments}NotNull({name})",
            ArgumentPassing.Items => $"{Arguments}Items({Items(parameter, name)})",
            ArgumentPassing.Copy => $"{Arguments}Copy({Items(parameter, name)})",
            ArgumentPassing.Text => $"{name}{(parameter.IsNullable ? "?" : "")}.ToString()",
            ArgumentPassing.Bytes => name + ".ToArray()",
            _ => name,
        };
    }

    /// <summary>Null is looked for at run time, also where the parameter may be.</summary>
    private static string Items(ParameterModel parameter, string name) =>
        name + (parameter.IsNullable ? "!" : "") + (parameter.List!.Most is { } most ? $", {most}" : "");
}
