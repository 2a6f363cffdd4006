using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>The members of a row type, in the order in which they take columns.</summary>
/// <param name="Constructor">What is called with the columns; without parameters where all members are set by name.</param>
/// <param name="Symbols">The parameters, and then the members that are set by name.</param>
internal sealed record RowColumns(IMethodSymbol Constructor, IReadOnlyList<ISymbol> Symbols)
{
    /// <summary>Name and type of each.</summary>
    public IReadOnlyList<(string Name, ITypeSymbol Type)> Members { get; } = [.. Symbols.Select(member => (member.Name, RowMembers.TypeOf(member)))];

    /// <summary>Null where the type cannot hold a row of plain values: a tuple's names say nothing, and a row in a row is no column.</summary>
    public static RowColumns? Of(ITypeSymbol type)
    {
        if (KnownTypes.WithoutNullable(type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsTupleType: false } row
            || RowConstructors.Choose(row) is not { } constructor)
        {
            return null;
        }

        ISymbol[] members = [.. constructor.Parameters, .. RowConstructors.Assigned(row, constructor)];
        bool isPlain = members.Length > 0 && members.All(member => SqlTypes.IsPlain(RowMembers.TypeOf(member), RowMembers.MarksOf(member)));
        return isPlain ? new RowColumns(constructor, members) : null;
    }

    /// <summary>Whether a SELECT names these members in their order.</summary>
    public bool Match(IReadOnlyList<SelectItem> items) =>
        items.Count == Members.Count
        && items.Select((item, index) => item.Name is { } name && ColumnNames.IsSame(name, Members[index].Name)).All(isSame => isSame);
}
