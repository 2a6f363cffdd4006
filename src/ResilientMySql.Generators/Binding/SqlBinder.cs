using System.Text;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Binding;

/// <summary>
/// Binds a statement to the method that runs it: each <c>@name</c> becomes a placeholder for what the name means, everything else
/// stays as it is. Knows no syntax trees, so that its work is cached and done alike for text in attributes and in files.
/// </summary>
internal sealed class SqlBinder
{
    private readonly CallModel _call;
    private readonly string _sql;
    private readonly string _methodName;
    private readonly NameBinder _names;
    private readonly StringBuilder _commandText = new();
    private readonly List<BoundName> _bound = [];
    private readonly List<SqlProblem> _problems = [];
    private readonly BulkGroups _groups;

    // The significant tokens just read, in capitals, the last one first.
    private (string Last, string BeforeIt) _context = ("", "");
    private int? _openList;
    private bool _isUnreadable;
    private bool _hasEnded;
    private bool _isList;

    private SqlBinder(DeclarationModel declaration, string sql)
    {
        _call = declaration.Call;
        _sql = sql;
        _methodName = declaration.Name;
        _names = new NameBinder(_call, declaration.Name);
        _groups = new BulkGroups(_commandText);
    }

    public static BoundSql Bind(DeclarationModel declaration, string sql)
    {
        var binder = new SqlBinder(declaration, sql);
        binder.ReadTokens();
        binder.CheckParameters();
        bool isBound = !binder._problems.Any(problem => problem.Descriptor.DefaultSeverity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return new BoundSql(isBound ? StatementBuilder.Build(declaration.Call, sql, binder._commandText.ToString(), binder._bound, binder._groups) : null, binder._problems);
    }

    private void ReadTokens()
    {
        bool hasStatement = false;
        var lexer = new SqlLexer(_sql.AsSpan());
        while (lexer.TryRead(out SqlToken token))
        {
            string text = _sql.Substring(token.Start, token.Length);
            hasStatement |= !token.IsTrivia && token.Kind is not SqlTokenKind.Semicolon;
            if (IsParameter(token.Kind, text))
                ReadParameter(token, text.Substring(1));
            else
                ReadOther(token, text);

            if (!token.IsTrivia)
                _context = (text.ToUpperInvariant(), _context.Last);
        }

        if (!hasStatement)
            _problems.Add(new SqlProblem(Descriptors.EmptySql, 0, 0, null, _methodName));

        _isUnreadable |= !hasStatement;
    }

    /// <summary>A name in quotes (<c>@`total`</c>) is a user variable and never a parameter.</summary>
    private bool IsParameter(SqlTokenKind kind, string text) =>
        kind is SqlTokenKind.AtName && text[1] is not ('\'' or '"' or '`') && !_names.IsUserVariable(text.Substring(1));

    private void ReadOther(SqlToken token, string text)
    {
        CheckToken(token, text);
        _isList |= _hasEnded && !token.IsTrivia;
        _hasEnded |= token.Kind is SqlTokenKind.Semicolon;
        if (!token.IsTrivia && _openList is { } start)
            CloseList(start, text);

        if (!token.IsTrivia)
            _groups.Pass(text);

        if (text == "(")
            _groups.Open(_bound.Count, _context.Last is "VALUES" or "VALUE");

        // The driver takes every @name for a parameter when it prepares, and servers run what such a comment says.
        _commandText.Append(IsUserVariable(token, text) ? $"/*!{text}*/" : text);
        if (text == ")")
            _groups.Close(_bound.Count);
    }

    /// <summary>By its author's word; in quotes (<c>@`total`</c>) too.</summary>
    private bool IsUserVariable(SqlToken token, string text) =>
        token.Kind is SqlTokenKind.AtName && text.IndexOf("*/", StringComparison.Ordinal) < 0
        && _names.IsUserVariable(text[1] is '\'' or '"' or '`' ? text.Substring(2, text.Length - 3) : text.Substring(1));

    private void CheckToken(SqlToken token, string text)
    {
        if (token.Kind is SqlTokenKind.Unterminated)
            _problems.Add(new SqlProblem(Descriptors.UnterminatedSql, token.Start, token.Length, null, Unterminated(text)));
        else if (token.Kind is SqlTokenKind.Placeholder)
            _problems.Add(new SqlProblem(Descriptors.PositionalPlaceholder, token.Start, token.Length, null, _methodName));
        else
            return;

        _isUnreadable = true;
    }

    private void ReadParameter(SqlToken token, string name)
    {
        (BoundName? bound, SqlProblem? problem) = _names.Find(name, token.Start);
        if (problem is not null)
            _problems.Add(problem);

        if (bound is { IsList: true })
            ReadList(bound, token);
        else
            _commandText.Append('?');

        if (bound is { IsOfRows: true })
            _groups.Note(bound);

        if (bound is not null)
            _bound.Add(bound);
    }

    /// <summary>A list stands alone in the parentheses after IN, or right after IN, where the parentheses are added.</summary>
    private void ReadList(BoundName list, SqlToken token)
    {
        bool isInParentheses = _context is ("(", "IN");
        if (isInParentheses)
            _openList = token.Start;
        else if (_context.Last != "IN")
            ReportMisplacedList(token.Start, list.Parameter.Name.Length + 1);

        _commandText.Append(isInParentheses ? "?" : "(?)");
    }

    private void CloseList(int start, string text)
    {
        _openList = null;
        if (text != ")")
            ReportMisplacedList(start, _bound[_bound.Count - 1].Parameter.Name.Length + 1);
    }

    private void ReportMisplacedList(int start, int length) =>
        _problems.Add(new SqlProblem(Descriptors.ListOutsideIn, start, length, null, _sql.Substring(start + 1, length - 1)));

    private void CheckParameters()
    {
        // A text that could not be read may name anything.
        if (_isUnreadable)
            return;

        _problems.AddRange(_call.Parameters
            .Where(parameter => _bound.All(bound => bound.Parameter != parameter) && !_problems.Any(problem => Mentions(problem, parameter)))
            .Select(parameter => new SqlProblem(Descriptors.UnusedParameter, 0, 0, parameter.Name, parameter.Name))
            .ToList());

        // What stands before and after the group is sent with each part of the rows.
        if (_groups.IsMisplaced || (_groups.Found is not null && (_isList || _bound.Any(bound => bound.IsList))) || (_bound.Any(bound => bound.IsOfRows) && (_groups.Found is null || _call.Result is not { Shape: ResultShape.RowsAffected or ResultShape.Nothing })))
        {
            string rows = _bound.First(bound => bound.IsOfRows).Parameter.Name;
            _problems.Add(new SqlProblem(Descriptors.MisplacedRows, 0, 0, null, rows));
        }
    }

    /// <summary>Whether the SQL names the parameter, though not in a way that it could be bound.</summary>
    private static bool Mentions(SqlProblem problem, ParameterModel parameter)
    {
        string? name = problem.Arguments.FirstOrDefault() as string;
        return (problem.Descriptor == Descriptors.ObjectWithoutMember && parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            || (problem.Descriptor == Descriptors.AmbiguousMember && parameter.Properties.Any(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Unterminated(string text) => text.TrimStart('@')[0] switch
    {
        '/' => "comment",
        '`' => "quoted identifier",
        _ => "quoted string",
    };
}
