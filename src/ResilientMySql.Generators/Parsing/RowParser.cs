using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>
/// Reads the type of one row: a scalar, a tuple, or a type whose constructor takes the columns, followed by the members that are set
/// by name. A member that is such a type itself takes as many columns as it has members.
/// </summary>
/// <param name="reports">Where mistakes go.</param>
/// <param name="location">Where they are.</param>
/// <param name="container">The type that generated code will be in.</param>
/// <param name="livesOnStack">Whether the row is read into <c>Rows&lt;T&gt;</c>, so that it may be a ref struct, with views of the columns in it.</param>
internal sealed class RowParser(Reports reports, Location location, INamedTypeSymbol container, bool livesOnStack = false)
{
    private const string NoConstructor = "it needs one public constructor, whose parameters take the columns in order, or public members that can be set";

    private readonly HashSet<ITypeSymbol> _open = new(SymbolEqualityComparer.Default);

    private const string RefStruct = "it is a ref struct, which only Rows<T> can return";
    private const string ViewElsewhere = "is a view of the bytes where they were received, which only the rows of Rows<T> can take";

    /// <summary>Whether the type is of a kind that could hold a row: a scalar, a class or a struct.</summary>
    public static bool CanBeRow(ITypeSymbol type, IEnumerable<AttributeData> marks, INamedTypeSymbol container) =>
        ScalarTypes.Find(type, marks, container) is not null || IsComposite(KnownTypes.WithoutNullable(type));

    /// <summary>The row, or null where its mistake was reported.</summary>
    public RowModel? Parse(ITypeSymbol type, IEnumerable<AttributeData> marks)
    {
        if ((ScalarTypes.Find(type, marks, container) ?? View(type)) is { } scalar)
            return new RowModel(RowKind.Scalar, Displays.InCode(type), Displays.InCode(type), new EquatableArray<MemberModel>([new MemberModel("", scalar)]), type.IsRefLikeType);

        // What was to be converted and cannot be is no row whose members are meant.
        var row = (INamedTypeSymbol)KnownTypes.WithoutNullable(type);
        AttributeData[] all = [.. marks, .. row.GetAttributes()];
        (RowModel? model, string? mistake) = Conversions.IsAskedFor(all) ? (null, Conversions.Mistake(all)) : Composite(type, row);
        if (mistake is not null)
            reports.Add(Descriptors.UnsupportedRowType, location, Displays.InMessage(row), mistake);

        return model;
    }

    private static bool IsComposite(ITypeSymbol type) => !(type.IsRefLikeType && KnownTypes.ViewOf(type) is not null) && type is INamedTypeSymbol
    {
        TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None or SpecialType.System_Object,
    };

    private ScalarModel? View(ITypeSymbol type) => livesOnStack ? ScalarTypes.View(type) : null;

    private (RowModel? Model, string? Mistake) Composite(ITypeSymbol type, INamedTypeSymbol row)
    {
        // ValueTuple<T> has no literal.
        bool isTuple = row is { IsTupleType: true, TupleElements.Length: > 1 };
        if (row.IsAbstract)
            return (null, "it is abstract");

        if (row.IsRefLikeType && !livesOnStack)
            return (null, RefStruct);

        if (!_open.Add(row))
            return (null, "it contains itself");

        IMethodSymbol? constructor = isTuple ? null : RowConstructors.Choose(row);
        List<ISymbol> assigned = isTuple ? [] : RowConstructors.Assigned(row, constructor);
        IEnumerable<ISymbol> passed = isTuple ? row.TupleElements : constructor?.Parameters ?? [];
        var members = new List<MemberModel>();
        foreach (ISymbol member in passed.Concat(assigned))
        {
            if (Visibility.FindHidden(RowMembers.ConversionsOf(member), container) is { } hidden)
                return (null, $"its member '{member.Name}' is converted by '{Displays.InMessage(hidden)}', which the query cannot see");

            if (Member(member, assigned.Contains(member)) is not { } model)
                return (null, ScalarTypes.View(RowMembers.TypeOf(member)) is not null ? $"its member '{member.Name}' {ViewElsewhere}" : $"its member '{member.Name}' has the type '{Displays.InMessage(RowMembers.TypeOf(member))}', which no column maps to");

            members.Add(model);
        }

        _open.Remove(row);
        if (members.Count == 0 || (constructor is null && !isTuple))
            return (null, NoConstructor);

        return (new RowModel(
            isTuple ? RowKind.Tuple : RowKind.Constructed, Displays.InCode(type), Displays.InCode(KnownTypes.WithoutQuestionMark(type)),
            new EquatableArray<MemberModel>([.. members]), row.IsRefLikeType), null);
    }

    private MemberModel? Member(ISymbol member, bool isAssigned)
    {
        // The elements of a tuple that its author did not name are Item1, Item2 ….
        string name = member is IFieldSymbol { IsExplicitlyNamedTupleElement: false, ContainingType.IsTupleType: true } ? "" : member.Name;
        ITypeSymbol type = RowMembers.TypeOf(member);
        if (member is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out })
            return null;

        if ((ScalarTypes.Find(type, RowMembers.MarksOf(member), container) ?? View(type)) is { } scalar)
            return new MemberModel(name, scalar, IsAssigned: isAssigned);

        if (!IsComposite(KnownTypes.WithoutNullable(type)) || Conversions.IsAskedFor(RowMembers.ConversionsOf(member)))
            return null;

        RowModel? nested = Composite(type, (INamedTypeSymbol)KnownTypes.WithoutNullable(type)).Model;
        bool isNullable = type.NullableAnnotation is NullableAnnotation.Annotated;
        return nested is null ? null : new MemberModel(name, null, nested, isNullable, isAssigned);
    }
}
