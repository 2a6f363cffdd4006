using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads a method's parameters: those for the SQL, and those for the call itself.</summary>
internal static class ParameterParser
{
    public static MethodParameters Parse(MethodDeclaration declaration, Reports reports)
    {
        var bound = new List<ParameterModel>();
        string? cancellationToken = null;
        string? timeout = null;
        foreach (IParameterSymbol parameter in declaration.Symbol.Parameters)
        {
            var syntax = (ParameterSyntax)parameter.DeclaringSyntaxReferences[0].GetSyntax();
            if (KnownTypes.HostKindOf(parameter.Type) is not null)
                continue;

            if (KnownTypes.IsCancellationToken(parameter.Type) && cancellationToken is null)
            {
                cancellationToken = parameter.Name;
                if (!declaration.IsAsync)
                    reports.Add(Descriptors.SynchronousCancellation, syntax.GetLocation(), parameter.Name, declaration.Name);
            }
            else if (KnownTypes.FindAttribute(parameter.GetAttributes(), "CommandTimeout") is not null && timeout is null)
            {
                timeout = Names.Escape(parameter.Name);
                if (!KnownTypes.IsTimeSpan(parameter.Type))
                    reports.Add(Descriptors.TimeoutNotTimeSpan, syntax.Type!.GetLocation(), parameter.Name, Displays.InMessage(parameter.Type));
            }
            else
            {
                bound.Add(Bound(parameter, syntax, reports));
            }

            if (parameter.RefKind is RefKind.Ref or RefKind.Out && declaration.Kind is not StatementKind.Procedure)
                reports.Add(Descriptors.ReferenceParameter, syntax.GetLocation(), parameter.Name);
        }

        if (declaration.IsAsync && cancellationToken is null)
            reports.Add(Descriptors.NoCancellationToken, declaration.Location, declaration.Name);

        return new MethodParameters(bound, cancellationToken, timeout);
    }

    private static ParameterModel Bound(IParameterSymbol parameter, ParameterSyntax syntax, Reports reports)
    {
        ParameterModel model = ParameterTypes.Find(parameter);
        // What a procedure gives back is one value, of the parameter's own type.
        bool givesBack = parameter.RefKind is RefKind.Ref or RefKind.Out;
        if (model.IsUnsupported || (givesBack && ScalarTypes.Find(parameter.Type, parameter.GetAttributes(), parameter.ContainingType) is null))
            ReportUnsupported(parameter, syntax, reports);

        if (model is { List: not null, Scalar.IsNullable: true })
            reports.Add(Descriptors.NullableItems, syntax.Type!.GetLocation(), parameter.Name);

        if (KnownTypes.FindAttribute(parameter.GetAttributes(), "MaxItems") is not null && model.List is not { Most: > 0 })
            reports.Add(Descriptors.MaxItemsWithoutList, syntax.Identifier.GetLocation(), parameter.Name);

        return model with
        {
            Direction = parameter.RefKind switch
            {
                RefKind.Out => ArgumentDirection.Out,
                RefKind.Ref => ArgumentDirection.InOut,
                _ => ArgumentDirection.In,
            },
        };
    }

    private static void ReportUnsupported(IParameterSymbol parameter, ParameterSyntax syntax, Reports reports)
    {
        AttributeData[] marks = [.. parameter.GetAttributes(), .. KnownTypes.WithoutNullable(parameter.Type).GetAttributes()];
        if (Conversions.IsAskedFor(marks))
            reports.Add(Descriptors.ConversionMisfit, syntax.Type!.GetLocation(), Displays.InMessage(parameter.Type), Conversions.Mistake(marks));
        else
            reports.Add(Descriptors.UnsupportedParameterType, syntax.Type!.GetLocation(), parameter.Name, Displays.InMessage(parameter.Type));
    }
}
