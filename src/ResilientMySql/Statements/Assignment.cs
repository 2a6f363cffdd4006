using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>One <c>name = value</c> of a SET statement.</summary>
internal static class Assignment
{
    /// <summary>Reads up to the comma or the end of the statement; where it stops earlier, it was not understood.</summary>
    public static StatementEffects Read(ref TokenCursor cursor, List<SetTarget>? targets)
    {
        VariableScope scope = ReadScope(ref cursor);
        if (scope is VariableScope.Global)
            return cursor.SkipName() ? ReadGlobal(ref cursor) : StatementEffects.Opaque;

        ReadOnlySpan<char> target = cursor.Text;
        switch (cursor.Kind)
        {
            case SqlTokenKind.AtName when scope is VariableScope.Default:
                cursor.MoveNext();
                return ReadSession(ref cursor, VariableScope.User, target, targets);
            case SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier:
                cursor.MoveNext();
                return ReadSession(ref cursor, scope, target.Trim('`'), targets);
            case SqlTokenKind.SystemVariable when scope is VariableScope.Default:
                cursor.MoveNext();
                scope = SettingRules.ScopeOf(target);
                return scope is VariableScope.Global
                    ? ReadGlobal(ref cursor)
                    : ReadSession(ref cursor, scope, target[(target.LastIndexOfAny('@', '.') + 1)..], targets);
            default:
                return StatementEffects.Opaque;
        }
    }

    private static VariableScope ReadScope(ref TokenCursor cursor)
    {
        if (cursor.IsAnyWord("GLOBAL", "PERSIST", "PERSIST_ONLY"))
        {
            cursor.MoveNext();
            return VariableScope.Global;
        }

        return cursor.Skip("SESSION") || cursor.Skip("LOCAL") ? VariableScope.Session : VariableScope.Default;
    }

    private static bool SkipEquals(ref TokenCursor cursor)
    {
        if (cursor.Skip('='))
            return true;

        if (cursor.Kind is not SqlTokenKind.Assignment)
            return false;

        cursor.MoveNext();
        return true;
    }

    private static StatementEffects ReadGlobal(ref TokenCursor cursor)
    {
        if (!SkipEquals(ref cursor))
            return StatementEffects.Opaque;

        StatementEffects value = BodyScanner.Scan(ref cursor, StatementKind.Read, WordPolicy.QueriesOnly, ScanEnd.Comma);
        return value.Kind is StatementKind.Read ? value with { Kind = Write } : StatementEffects.Opaque;
    }

    private static StatementEffects ReadSession(
        ref TokenCursor cursor, VariableScope scope, ReadOnlySpan<char> name, List<SetTarget>? targets)
    {
        if (name.IsEmpty || !SkipEquals(ref cursor))
            return StatementEffects.Opaque;

        int start = cursor.Start;
        if (cursor.IsSymbol('-') || cursor.IsSymbol('+'))
            cursor.MoveNext();

        TokenCursor literal = cursor;
        StatementEffects value = BodyScanner.Scan(ref cursor, StatementKind.Read, WordPolicy.QueriesOnly, ScanEnd.Comma);
        targets?.Add(SettingRules.TargetOf(name, scope, cursor.Since(start)));
        if (value.Kind is Opaque)
            return value;

        bool isLiteral = SettingRules.IsLiteral(literal, scope);
        literal.MoveNext();
        return value with
        {
            Kind = isLiteral && literal.Start == cursor.Start
                ? SettingRules.KindOf(name, scope, cursor.Since(start).Trim())
                : SettingRules.KindOfComputed(name),
        };
    }
}
