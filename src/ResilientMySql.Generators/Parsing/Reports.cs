using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Gathers what is wrong with one method.</summary>
internal sealed class Reports
{
    private readonly List<DiagnosticInfo> _items = [];

    public bool IsEmpty => _items.Count == 0;

    public void Add(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        _items.Add(new DiagnosticInfo(descriptor.Id, Span(location), new EquatableArray<string>(arguments)));

    public EquatableArray<DiagnosticInfo> ToArray() => new([.. _items]);

    public EquatableArray<string> Ids() => new([.. _items.Select(item => item.Id).Distinct()]);

    private static SourceSpan Span(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new SourceSpan(
            lines.Path, location.SourceSpan.Start, location.SourceSpan.Length,
            lines.StartLinePosition.Line, lines.StartLinePosition.Character,
            lines.EndLinePosition.Line, lines.EndLinePosition.Character);
    }
}
