using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads a method's parameters and matches them with those of its SQL.</summary>
internal static class ParameterParser
{
    public static MethodParameters Parse(MethodDeclaration declaration, Reports reports)
    {
        var bound = new List<MethodParameter>();
        string? cancellationToken = null;
        foreach (IParameterSymbol parameter in declaration.Symbol.Parameters)
        {
            ParameterSyntax syntax = declaration.Syntax.ParameterList.Parameters[parameter.Ordinal];
            if (KnownTypes.IsCancellationToken(parameter.Type) && cancellationToken is null)
            {
                cancellationToken = parameter.Name;
                if (!ResultParser.IsAsync(declaration.Symbol))
                    reports.Add(Descriptors.SynchronousCancellation, syntax.GetLocation(), parameter.Name, declaration.Name);
            }
            else
            {
                bound.Add(Bound(parameter, syntax, reports));
            }

            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                reports.Add(Descriptors.ReferenceParameter, syntax.GetLocation(), parameter.Name);
        }

        return new MethodParameters(bound, cancellationToken);
    }

    public static void Match(MethodDeclaration declaration, MethodParameters parameters, ParsedSql sql, Reports reports)
    {
        foreach (SqlParameter parameter in sql.Parameters)
        {
            if (parameters.Find(parameter.Name) is null)
                reports.Add(Descriptors.UnknownSqlParameter, parameter.Location, parameter.Name, declaration.Name);
        }

        IEnumerable<MethodParameter?> named = sql.Parameters.Select(parameter => parameters.Find(parameter.Name));
        foreach (MethodParameter unused in parameters.Bound.Except(named.OfType<MethodParameter>()))
            reports.Add(Descriptors.UnusedParameter, unused.Location, unused.Name);
    }

    private static MethodParameter Bound(IParameterSymbol parameter, ParameterSyntax syntax, Reports reports)
    {
        ScalarModel? scalar = ScalarTypes.Find(parameter.Type);
        if (scalar is null)
            reports.Add(Descriptors.UnsupportedParameterType, syntax.Type!.GetLocation(), parameter.Name, Displays.InMessage(parameter.Type));

        return new MethodParameter(parameter.Name, Displays.InCode(parameter.Type), scalar, syntax.Identifier.GetLocation());
    }
}
