using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Gathers what is wrong with one method.</summary>
internal sealed class Reports
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>For the analyzer: where and what, in the order of finding.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _items;

    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        _items.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>The ids of the mistakes, for the generator, whose model knows no locations.</summary>
    public EquatableArray<string> Ids() =>
        new([.. _items.Where(item => item.DefaultSeverity is DiagnosticSeverity.Error).Select(item => item.Id).Distinct()]);
}
