using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.Generators.Tests;

/// <summary>A file among a project's AdditionalFiles.</summary>
internal sealed class AdditionalFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
