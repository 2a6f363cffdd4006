using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Finds where a method's SQL is: in its attribute, or in a file.</summary>
internal static class SqlLocator
{
    /// <summary>Null where there is none, which was reported.</summary>
    public static SqlModel? Find(MethodDeclaration declaration, Reports reports)
    {
        AttributeData? file = declaration.Find("SqlFile");
        SyntaxNode? argument = SqlSource.ArgumentOf(declaration.Attribute);
        if ((file is null) == (argument is null))
        {
            reports.Add(Descriptors.TextOrFile, declaration.LocationOf(declaration.Attribute), declaration.Kind.ToString(), declaration.Name);
            return null;
        }

        if (file is not null)
            return new SqlModel(null, file.ConstructorArguments.FirstOrDefault().Value as string ?? "");

        if (declaration.Attribute.ConstructorArguments.FirstOrDefault() is { Kind: not TypedConstantKind.Error } constant)
            return new SqlModel(constant.Value as string ?? "", null);

        reports.Add(Descriptors.SqlNotConstant, argument!.GetLocation(), declaration.Name);
        return null;
    }
}
