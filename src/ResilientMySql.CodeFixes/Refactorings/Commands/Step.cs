using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>One statement of a sequence, taken out of the using statements around it.</summary>
/// <param name="Statement">The statement; of a using statement, only what it declares.</param>
/// <param name="Declaration">The variable that it declares, if it declares just one.</param>
/// <param name="Outer">The index of the statement of the block that it is, or is in.</param>
internal sealed record Step(StatementSyntax Statement, VariableDeclarationSyntax? Declaration, int Outer)
{
    public bool IsNested { get; init; }

    /// <summary>The declared variable; null where there is none, or several.</summary>
    public VariableDeclaratorSyntax? Variable => Declaration is { Variables.Count: 1 } ? Declaration.Variables[0] : null;

    public string? VariableName => Variable?.Identifier.ValueText;

    /// <summary>The statements of a block from <paramref name="first"/> on, one after the other.</summary>
    public static IReadOnlyList<Step> Flatten(BlockSyntax block, int first)
    {
        var steps = new List<Step>();
        for (int index = first; index < block.Statements.Count; index++)
            Add(steps, block.Statements[index], index, isNested: false);

        return steps;
    }

    private static void Add(List<Step> steps, StatementSyntax statement, int outer, bool isNested)
    {
        switch (statement)
        {
            case UsingStatementSyntax { Declaration: not null } block:
                steps.Add(new Step(block, block.Declaration, outer) { IsNested = true });
                Add(steps, block.Statement, outer, isNested: true);
                break;
            case BlockSyntax block when isNested:
                foreach (StatementSyntax inner in block.Statements)
                    Add(steps, inner, outer, isNested);

                break;
            default:
                steps.Add(new Step(statement, (statement as LocalDeclarationStatementSyntax)?.Declaration, outer) { IsNested = isNested });
                break;
        }
    }
}
