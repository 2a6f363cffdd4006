using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ResilientMySql.CodeFixes.Tests.Fixes;

/// <summary>Applies fixes to what the analyzer finds.</summary>
internal static class FixTest
{
    /// <summary>Fixes the first finding of this id among some members, and holds what comes of it to the compiler and the analyzer.</summary>
    public static async Task AssertFixed<TFix>(string id, string title, string before, string after, params string[] leftOver)
        where TFix : CodeFixProvider, new() =>
        await AssertFileFixed<TFix>(id, title, Sources.CityQueries(before), Sources.CityQueries(after), leftOver);

    /// <summary>The same for a whole file.</summary>
    public static async Task AssertFileFixed<TFix>(string id, string title, string before, string after, params string[] leftOver)
        where TFix : CodeFixProvider, new()
    {
        Document document = Workbench.Open(before);
        CodeAction action = Assert.Single(await OffersAsync(new TFix(), document, id));
        Document changed = await Workbench.ApplyAsync(document, action);

        Assert.Equal(title, action.Title);
        await AssertTextAsync(after, changed, leftOver);
    }

    /// <summary>Fixes all findings of this id at once.</summary>
    public static async Task AssertAllFixed<TFix>(string id, string before, string after, params string[] leftOver)
        where TFix : CodeFixProvider, new()
    {
        Document document = Workbench.Open(Sources.CityQueries(before));
        var provider = new TFix();
        CodeAction offer = Assert.Single(await OffersAsync(provider, document, id));
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, offer.EquivalenceKey!, [id], new FoundDiagnostics(), CancellationToken.None);

        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        Document changed = await Workbench.ApplyAsync(document, all!);

        await AssertTextAsync(Sources.CityQueries(after), changed, leftOver);
    }

    /// <summary>The finding is there, and this fix has nothing to offer for it.</summary>
    public static async Task AssertNotOffered<TFix>(string id, string members)
        where TFix : CodeFixProvider, new() =>
        Assert.Empty(await OffersAsync(new TFix(), Workbench.Open(Sources.CityQueries(members)), id));

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(CodeFixProvider provider, Document document, string id)
    {
        ImmutableArray<Diagnostic> findings = await Workbench.FindingsAsync(document);
        Diagnostic first = findings.First(finding => finding.Id == id);
        Assert.Contains(id, provider.FixableDiagnosticIds);

        var offers = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, first, (action, _) => offers.Add(action), CancellationToken.None));
        return offers;
    }

    private static async Task AssertTextAsync(string expected, Document changed, string[] leftOver)
    {
        Assert.Equal(expected, (await changed.GetTextAsync()).ToString());
        IEnumerable<string> complaints = await Workbench.ComplaintsAsync(changed);
        Assert.Equal(leftOver, complaints.Select(complaint => complaint.Split(':')[0]).Distinct().Order());
    }
}
