using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads what a method runs its SQL with. Every part reports its own mistakes, so that all of them show at once.</summary>
internal static class CallParser
{
    public static CallModel Parse(MethodDeclaration declaration, string discriminator, Reports reports)
    {
        HostModel? host = HostFinder.Find(declaration, reports);
        ResultModel? result = new ResultParser(declaration, reports).Parse();
        MethodParameters parameters = ParameterParser.Parse(declaration, reports);
        return new CallModel
        {
            Sql = SqlLocator.Find(declaration, reports),
            Host = host,
            Result = result,
            Parameters = new EquatableArray<ParameterModel>([.. parameters.Bound]),
            CancellationToken = parameters.CancellationToken is { } token ? Names.Escape(token) : "default",
            Timeout = parameters.Timeout ?? TimeoutOf(declaration, reports),
            IdempotenceReason = declaration.Find("Idempotent")?.ConstructorArguments.FirstOrDefault().Value as string,
            UserVariables = UserVariablesOf(declaration),
            Names = new GeneratedNames(
                Names.StatementType(declaration, discriminator),
                Names.TypeParameter(declaration, "TSink"),
                Names.TypeParameter(declaration, "TRow"),
                Names.Unused("Convert", name => declaration.Symbol.Parameters.Any(parameter => parameter.Name == name))),
        };
    }

    private static string? TimeoutOf(MethodDeclaration declaration, Reports reports)
    {
        object? seconds = declaration.Attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "CommandTimeout").Value.Value;
        if (seconds is < 0)
            reports.Add(Descriptors.NegativeTimeout, declaration.LocationOf(declaration.Attribute), declaration.Name);

        return seconds?.ToString();
    }

    private static EquatableArray<string> UserVariablesOf(MethodDeclaration declaration) => new(
        [.. declaration.Symbol.GetAttributes()
            .Where(attribute => KnownTypes.FindAttribute([attribute], "UserVariable") is not null)
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .OfType<string>()]);
}
