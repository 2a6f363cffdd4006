using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// Reads the rest of a query or row-changing statement, looking for what makes it more than that: calls of functions that have
/// effects or are not known, INTO, locking clauses, assignments to user variables, comments that servers execute.
/// </summary>
internal static class BodyScanner
{
    /// <summary>Scans the body, which is a <paramref name="kind"/> where nothing worse is found.</summary>
    public static StatementEffects Scan(
        ref TokenCursor cursor, StatementKind kind, WordPolicy policy = WordPolicy.QueriesOnly, ScanEnd end = ScanEnd.Statement)
    {
        var reading = new StatementEffects(kind, Makes: kind is Write ? OneShotState.LastStatement : OneShotState.None);
        bool queriesOnly = kind is Read && policy is WordPolicy.QueriesOnly;
        var previous = PreviousToken.Other;
        int depth = 0;
        while (!IsAtEnd(cursor, end, depth))
        {
            Finding finding = BodyInspector.Inspect(cursor, previous);
            if (finding is Finding.Unknown || (finding is Finding.Verb && queriesOnly))
                return StatementEffects.Opaque;

            reading = Add(reading, finding);
            if (cursor.Kind is SqlTokenKind.SystemVariable)
                reading = reading with { Needs = reading.Needs | OneShotNames.OfVariable(cursor.Text) };

            depth += cursor.IsSymbol('(') ? 1 : cursor.IsSymbol(')') ? -1 : 0;
            previous = BodyInspector.PreviousOf(cursor, previous);
            cursor.MoveNext();
        }

        return reading;
    }

    private static bool IsAtEnd(TokenCursor cursor, ScanEnd end, int depth) => cursor.AtStatementEnd || end switch
    {
        ScanEnd.Statement => false,
        ScanEnd.Comma => depth == 0 && cursor.IsSymbol(','),
        ScanEnd.Parenthesis => depth == 0 && cursor.IsSymbol(')'),
        _ => throw new System.Diagnostics.UnreachableException($"No end {end}."),
    };

    private static StatementEffects Add(StatementEffects reading, Finding finding) => finding switch
    {
        Finding.Pin => reading with { Kind = Pin },
        Finding.Effect when reading.Kind is Read or LockingRead =>
            reading with { Kind = Write, Makes = reading.Makes | OneShotState.LastStatement },
        Finding.Lock when reading.Kind is Read => reading with { Kind = LockingRead },
        Finding.SetsInsertId => Add(reading with { Makes = reading.Makes | OneShotState.InsertId }, Finding.Effect),
        Finding.Query => reading with { Makes = reading.Makes | OneShotState.FoundRows },
        Finding.AsksInsertId => reading with { Needs = reading.Needs | OneShotState.InsertId },
        Finding.AsksLastStatement => reading with { Needs = reading.Needs | OneShotState.LastStatement },
        Finding.AsksFoundRows => reading with { Needs = reading.Needs | OneShotState.FoundRows },
        Finding.AsksIdentity => reading with { Needs = reading.Needs | OneShotState.Identity },
        _ => reading,
    };
}
