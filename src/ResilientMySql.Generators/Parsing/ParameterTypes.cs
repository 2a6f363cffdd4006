using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>What can be bound for a parameter of a method.</summary>
internal static class ParameterTypes
{
    public static ParameterModel Find(IParameterSymbol parameter)
    {
        ITypeSymbol type = parameter.Type;
        AttributeData[] marks = [.. parameter.GetAttributes()];
        if (ScalarTypes.Find(type, marks, parameter.ContainingType) is { } scalar)
            return new ParameterModel { Name = parameter.Name, Type = Displays.InCode(type), Scalar = scalar };

        if (KnownTypes.ViewOf(KnownTypes.WithoutNullable(type)) is { } view)
            return View(parameter, view.Name, view.Item);

        if (ItemOf(type) is var (kind, item, isCopied) && ScalarTypes.Find(item, marks, parameter.ContainingType) is { } itemScalar)
            return Collection(parameter, kind, item, isCopied, marks) with { Scalar = itemScalar };

        // What was to be converted and cannot be is no object whose members are meant.
        if (Conversions.IsAskedFor([.. marks, .. KnownTypes.WithoutNullable(type).GetAttributes()]))
            return new ParameterModel { Name = parameter.Name, Type = Displays.InCode(type) };

        if (ItemOf(type) is var (rowsKind, row, rowsAreCopied))
            return Collection(parameter, rowsKind, row, rowsAreCopied, marks) with { Properties = PropertiesOf(row, parameter.ContainingType) };

        return Object(parameter);
    }

    /// <summary>Characters and bytes that are somewhere else: the driver takes strings, arrays and memory.</summary>
    private static ParameterModel View(IParameterSymbol parameter, string view, SpecialType item)
    {
        bool isNullable = parameter.Type.NullableAnnotation is NullableAnnotation.Annotated;
        string mark = isNullable ? "?" : "";
        return item switch
        {
            SpecialType.System_Char => new ParameterModel
            {
                Name = parameter.Name, Type = "string" + mark, Passing = ArgumentPassing.Text, IsNullable = isNullable, Scalar = new ScalarModel(ScalarKind.String, isNullable),
            },
            _ when view is "Span" or "ReadOnlySpan" => new ParameterModel
            {
                Name = parameter.Name, Type = "byte[]", Passing = ArgumentPassing.Bytes, Scalar = new ScalarModel(ScalarKind.Bytes, false),
            },
            _ => new ParameterModel
            {
                Name = parameter.Name, Type = $"global::System.ReadOnlyMemory<byte>{mark}", Scalar = new ScalarModel(ScalarKind.Memory, isNullable),
            },
        };
    }

    private static ParameterModel Collection(IParameterSymbol parameter, ListKind kind, ITypeSymbol item, bool isCopied, AttributeData[] marks)
    {
        int? most = KnownTypes.FindAttribute(marks, "MaxItems")?.ConstructorArguments.FirstOrDefault().Value as int?;
        var list = new ListModel(kind, Displays.InCode(item), most);
        return new ParameterModel
        {
            Name = parameter.Name,
            Type = list.FieldType,
            Passing = isCopied ? ArgumentPassing.Copy : ArgumentPassing.Items,
            IsNullable = parameter.Type.NullableAnnotation is NullableAnnotation.Annotated,
            List = list,
        };
    }

    private static ParameterModel Object(IParameterSymbol parameter)
    {
        ITypeSymbol type = parameter.Type;
        bool canBeNull = type.IsReferenceType || type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
        return new ParameterModel
        {
            Name = parameter.Name,
            Type = Displays.InCode(KnownTypes.WithoutQuestionMark(type)),
            Passing = canBeNull ? ArgumentPassing.NotNull : ArgumentPassing.AsItIs,
            Properties = KnownTypes.IsCancellationToken(type) ? default : PropertiesOf(KnownTypes.WithoutNullable(type), parameter.ContainingType),
        };
    }

    /// <summary>How the items of a collection are reached, their type, and whether they have to be copied first; null for anything else.</summary>
    private static (ListKind Kind, ITypeSymbol Item, bool IsCopied)? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array)
            return (ListKind.Array, array.ElementType, false);

        if (type.SpecialType is SpecialType.System_String || type is not INamedTypeSymbol)
            return null;

        if (KnownTypes.IsList(type))
            return (ListKind.List, KnownTypes.ArgumentOf(type)!, false);

        if (type.Name is "ReadOnlySpan" or "Span" && KnownTypes.ArgumentOf(type) is { } spanned && type.ContainingNamespace.Name == "System")
            return (ListKind.Array, spanned, true);

        INamedTypeSymbol[] contracts = [(INamedTypeSymbol)type, .. type.AllInterfaces];
        if (type.IsReferenceType && Argument(contracts, SpecialType.System_Collections_Generic_IReadOnlyList_T) is { } indexed)
            return (ListKind.ReadOnlyList, indexed, false);

        return Argument(contracts, SpecialType.System_Collections_Generic_IEnumerable_T) is { } item ? (ListKind.Array, item, true) : null;
    }

    private static ITypeSymbol? Argument(IEnumerable<INamedTypeSymbol> contracts, SpecialType contract) =>
        contracts.FirstOrDefault(candidate => candidate.OriginalDefinition.SpecialType == contract)?.TypeArguments[0];

    /// <summary>The public members of an object that have a counterpart in SQL, those of its bases included.</summary>
    private static EquatableArray<PropertyModel> PropertiesOf(ITypeSymbol type, INamedTypeSymbol container)
    {
        var properties = new List<PropertyModel>();
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, IsTupleType: false, IsRefLikeType: false, SpecialType: SpecialType.None } named)
        {
            var hidden = new HashSet<string>();
            foreach (INamedTypeSymbol part in PartsOf(named))
            {
                ISymbol[] visible = [.. part.GetMembers().Where(member => !hidden.Contains(member.Name))];
                properties.AddRange(visible.Select(member => Property(member, container)).OfType<PropertyModel>());
                hidden.UnionWith(visible.Where(member => member.DeclaredAccessibility is not Accessibility.Private).Select(member => member.Name));
            }
        }

        return new EquatableArray<PropertyModel>([.. properties]);
    }

    /// <summary>The type and its bases, or an interface and those that it extends.</summary>
    private static IEnumerable<INamedTypeSymbol> PartsOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
            yield return part;

        if (type.TypeKind is not TypeKind.Interface)
            yield break;

        foreach (INamedTypeSymbol part in type.AllInterfaces)
            yield return part;
    }

    private static PropertyModel? Property(ISymbol member, INamedTypeSymbol container)
    {
        if (member is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false } and not IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false })
            return null;

        ITypeSymbol? type = member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };

        return type is not null && ScalarTypes.Find(type, RowMembers.MarksOf(member), container) is { } scalar ? new PropertyModel(member.Name, scalar) : null;
    }
}
