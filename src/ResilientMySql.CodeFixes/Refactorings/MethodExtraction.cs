using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;
using ResilientMySql.CodeFixes.Fixes;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>Adds a method for a statement to the type that contains a call, behind the call's own member.</summary>
internal sealed class MethodExtraction
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly CallPlace _place;
    private readonly QueryMethod _method;
    private readonly string _name;
    private readonly IReadOnlyList<TextChange> _declarations;

    private MethodExtraction(CallPlace place, QueryMethod method, IReadOnlyList<TextChange> declarations)
    {
        _place = place;
        _method = method;
        _name = MethodNames.Propose(method, place);
        _declarations = declarations;
    }

    /// <summary>The call of the method, not awaited.</summary>
    public string Call
    {
        get
        {
            List<string> arguments = [_method.Host.Argument, .. _method.Parameters.Select(parameter => parameter.Argument)];
            if (_method.CancellationToken is { } token)
                arguments.Add(token);

            return $"{_name}({string.Join(", ", arguments)})";
        }
    }

    public string Title => $"Turn into the [{Attribute}] method '{_name}'";

    private string Attribute => _method.Shape is QueryShape.RowsAffected ? "Execute" : "Query";

    /// <summary>Null where the type cannot get such a method.</summary>
    public static MethodExtraction? Create(CallPlace place, QueryMethod method)
    {
        bool areNamesFree = method.Parameters.Select(parameter => parameter.Name)
            .Append(method.Host.Name).Append(method.IsAsync ? "cancellationToken" : "")
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).All(names => names.Count() == 1);

        return areNamesFree
            && Modifiers.MakeContainersPartial(place.Member) is { } containers
            && Usings.Import(place.Root, place.SemanticModel, place.Text, place.Member.SpanStart, [.. NeededTypes(method)]) is { } usings
            ? new MethodExtraction(place, method, [.. containers, .. usings])
            : null;
    }

    /// <summary>The file with the method in it, whose name is ready to be typed over, and with <paramref name="calls"/> in place.</summary>
    public async Task<Document> ApplyAsync(IEnumerable<TextChange> calls, CancellationToken cancellationToken)
    {
        string lineEnd = LineEnds.Of(_place.Text);
        string indentation = LineEnds.IndentationAt(_place.Text, _place.Member.SpanStart);
        var insertion = TextChanges.Insert(EndOfMember(), lineEnd + lineEnd + Declaration(indentation, lineEnd));
        IEnumerable<TextChange> changes = [.. _declarations, .. calls, .. _method.Sql.RemoveLocal(_place.Text), insertion];

        Document changed = _place.Document.WithText(_place.Text.WithChanges(TextChanges.Merge(changes)));
        SyntaxNode? root = await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root is null ? changed : changed.WithSyntaxRoot(WithRename(root));
    }

    private static IEnumerable<string> NeededTypes(QueryMethod method)
    {
        yield return method.Host.TypeName;
        yield return method.Shape is QueryShape.RowsAffected ? "ResilientMySql.Queries.ExecuteAttribute" : "ResilientMySql.Queries.QueryAttribute";
        if (method.Shape is QueryShape.Single)
            yield return "ResilientMySql.Queries.SingleAttribute";

        if (method.Shape is QueryShape.List)
            yield return "System.Collections.Generic.List";

        if (!method.IsAsync)
            yield break;

        yield return "System.Threading.CancellationToken";
        yield return "System.Threading.Tasks.ValueTask";
    }

    private string Declaration(string indentation, string lineEnd)
    {
        string timeout = _method.CommandTimeout is { } seconds ? $", CommandTimeout = {seconds}" : "";
        string sql = _method.Sql.Write(indentation + "    ", lineEnd);
        string single = _method.Shape is QueryShape.Single ? indentation + "[Single]" + lineEnd : "";
        return $"{indentation}[{Attribute}({sql}{timeout})]{lineEnd}{single}{indentation}private static partial {ReturnType()} {_name}({Parameters()});";
    }

    private string ReturnType()
    {
        string row = _method.Row is { } type ? Display(type) : "int";
        string result = _method.Shape is QueryShape.List ? $"List<{row}>" : row;
        return _method.IsAsync ? $"ValueTask<{result}>" : result;
    }

    private string Parameters()
    {
        List<string> parameters = [$"{_method.Host.ShortTypeName} {_method.Host.Name}"];
        parameters.AddRange(_method.Parameters.Select(parameter => $"{Display(parameter.Type)} {NewParameters.Escape(parameter.Name)}"));
        if (_method.IsAsync)
            parameters.Add("CancellationToken cancellationToken = default");

        return string.Join(", ", parameters);
    }

    private string Display(ITypeSymbol type) => type.ToMinimalDisplayString(_place.SemanticModel, _place.Member.SpanStart, TypeFormat);

    /// <summary>Behind a comment on the member's last line.</summary>
    private int EndOfMember() => _place.Text.Lines.GetLineFromPosition(_place.Member.Span.End).End is var end && end <= _place.Member.FullSpan.End
        ? end
        : _place.Member.Span.End;

    private SyntaxNode WithRename(SyntaxNode root)
    {
        MethodDeclarationSyntax? method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(candidate => candidate.Identifier.ValueText == _name);
        return method is null
            ? root
            : root.ReplaceToken(method.Identifier, method.Identifier.WithAdditionalAnnotations(RenameAnnotation.Create()));
    }
}
