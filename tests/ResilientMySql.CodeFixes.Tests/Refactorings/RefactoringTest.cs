using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Tests.Refactorings;

/// <summary>Applies refactorings where <c>[||]</c> marks the caret.</summary>
internal static class RefactoringTest
{
    private const string Caret = "[||]";

    /// <summary>Refactors, and holds what comes of it to the compiler and the analyzer.</summary>
    public static async Task AssertRefactored<TRefactoring>(string title, string before, string after)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        Document document = Open(before);
        Assert.Empty(await Workbench.ComplaintsAsync(document));
        CodeAction action = Assert.Single(await OffersAsync(new TRefactoring(), document, before));
        Document changed = await Workbench.ApplyAsync(document, action);

        Assert.Equal(title, action.Title);
        Assert.Equal(after, (await changed.GetTextAsync()).ToString());
        Assert.Empty(await Workbench.ComplaintsAsync(changed));
    }

    /// <summary>The code compiles, and there is nothing to offer at the caret.</summary>
    public static async Task AssertNotOffered<TRefactoring>(string source)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        Document document = Open(source);
        Assert.Empty(await Workbench.ComplaintsAsync(document));
        Assert.Empty(await OffersAsync(new TRefactoring(), document, source));
    }

    private static Document Open(string source)
    {
        Assert.Contains(Caret, source, StringComparison.Ordinal);
        return Workbench.Open(source.Replace(Caret, "", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(CodeRefactoringProvider provider, Document document, string source)
    {
        var offers = new List<CodeAction>();
        var caret = new TextSpan(source.IndexOf(Caret, StringComparison.Ordinal), 0);
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, caret, offers.Add, CancellationToken.None));
        return offers;
    }
}
