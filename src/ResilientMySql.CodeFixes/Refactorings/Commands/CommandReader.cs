using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>
/// Reads a run of statements that create a command, give it its parameters and execute it once. What it does not know, it leaves.
/// </summary>
internal sealed class CommandReader
{
    private readonly CallPlace _place;
    private readonly BlockSyntax _block;
    private readonly IReadOnlyList<Step> _steps;
    private readonly CommandSteps _command;
    private ListDeclaration? _list;
    private int _next;

    private CommandReader(CallPlace place, BlockSyntax block, int first)
    {
        _place = place;
        _block = block;
        _steps = Step.Flatten(block, first);
        _command = new CommandSteps(place.SemanticModel);
    }

    private Step? Next => _next < _steps.Count ? _steps[_next] : null;

    /// <summary>The run of statements around <paramref name="caret"/>; null where there is none that is understood.</summary>
    public static CommandUse? Find(CallPlace place, TextSpan caret)
    {
        foreach (BlockSyntax block in place.Node.AncestorsAndSelf().OfType<BlockSyntax>())
        {
            for (int first = 0; first < block.Statements.Count && block.Statements[first].SpanStart <= caret.End; first++)
            {
                if (new CommandReader(place, block, first).Read() is { } use && use.Span.Contains(caret) && !place.HasCommentsIn(use.Span))
                    return use;
            }
        }

        return null;
    }

    private CommandUse? Read()
    {
        ReadList();
        if (Next is not { } creation || !_command.ReadCreation(creation))
            return null;

        _next++;
        while (ReadList() || (Next is { } step && (_command.ReadText(step) || _command.ReadParameter(step)) && Advance()))
        {
        }

        CommandUse? use = ReadLoop() ?? ReadExecution();
        return use is not null && IsComplete(use) ? use : null;
    }

    private bool Advance() => ++_next > 0;

    private bool ReadList()
    {
        if (_list is not null || Next is null || ListDeclaration.Read(Next, _place.SemanticModel) is not { } list)
            return false;

        _list = list;
        return Advance();
    }

    /// <summary><c>using var reader = command.ExecuteReader(); while (reader.Read()) list.Add(…);</c></summary>
    private CommandUse? ReadLoop()
    {
        if (Next?.Variable is not { Initializer.Value: var opening } reader || CommandCall.Read(opening, _command.Name, "ExecuteReader", _place.SemanticModel) is not { } call)
            return null;

        _next++;
        ReadList();
        string name = reader.Identifier.ValueText;
        if (_list is null || Next?.Statement is not WhileStatementSyntax loop || CommandCall.Read(loop.Condition, name, "Read", _place.SemanticModel) is not { } read)
            return null;

        bool isAlike = read.IsAsync == call.IsAsync && read.Token == call.Token;
        if (!isAlike || _list.AddedIn(loop.Statement) is not { } row || !new RowReading(_place.SemanticModel, name).Fits(row, _list.ItemType))
            return null;

        return Use(QueryShape.List, _list.ItemType, call, _list.Prefix, ";");
    }

    /// <summary>A single statement that takes what <c>ExecuteScalar</c> or <c>ExecuteNonQuery</c> returns.</summary>
    private CommandUse? ReadExecution()
    {
        if (_list is not null || Next is not { } step || (step.IsNested && step.Declaration is not null))
            return null;

        ExpressionSyntax? taken = step.Statement switch
        {
            ReturnStatementSyntax result => result.Expression,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax } assignment } => assignment.Right,
            ExpressionStatementSyntax statement => statement.Expression,
            LocalDeclarationStatementSyntax => step.Variable?.Initializer?.Value,
            _ => null,
        };

        if (taken is null)
            return null;

        string statementText = step.Statement.ToString();
        string prefix = statementText.Substring(0, taken.SpanStart - step.Statement.SpanStart);
        string suffix = statementText.Substring(taken.Span.End - step.Statement.SpanStart);
        if (CommandCall.Read(taken, _command.Name, "ExecuteNonQuery", _place.SemanticModel) is { } execution)
            return Use(QueryShape.RowsAffected, null, execution, prefix, suffix);

        return ScalarResult.Read(taken, _command.Name, _place.SemanticModel) is { } scalar
            ? Use(QueryShape.First, scalar.Type, scalar.Call, prefix, suffix)
            : null;
    }

    private CommandUse? Use(QueryShape shape, ITypeSymbol? row, CommandCall call, string prefix, string suffix)
    {
        if (_command.Sql is not { } sql || !ResultRules.Binds(sql.Value, _command.Parameters) || !(row is null || ResultRules.CanRead(row, sql.Value)))
            return null;

        var method = new QueryMethod
        {
            Shape = shape,
            Sql = sql,
            Row = row,
            IsAsync = call.IsAsync,
            Host = _command.Host!,
            Parameters = _command.Parameters,
            CancellationToken = call.Token,
        };

        var span = TextSpan.FromBounds(_block.Statements[_steps[0].Outer].SpanStart, _block.Statements[_steps[_next].Outer].Span.End);
        return new CommandUse(method, span, prefix, call, suffix);
    }

    /// <summary>Nothing is left in the using statements, and nothing behind uses what goes away.</summary>
    private bool IsComplete(CommandUse use)
    {
        Step last = _steps[_next];
        if (_next + 1 < _steps.Count && _steps[_next + 1].Outer == last.Outer)
            return false;

        var gone = new HashSet<string>(_steps.Take(_next).Where(step => step.Variable is not null).Select(step => step.VariableName!));
        gone.Remove(_list?.Name ?? "");
        return !_block.DescendantNodes(TextSpan.FromBounds(use.Span.End, _block.Span.End)).OfType<IdentifierNameSyntax>()
            .Any(name => name.SpanStart >= use.Span.End && gone.Contains(name.Identifier.ValueText));
    }
}
