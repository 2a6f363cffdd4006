using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings;

/// <summary>Asks <see cref="SqlFindings"/> about texts in which <c>[|…|]</c> marks what is to be found.</summary>
internal static class Expect
{
    public static StatementFacts Query(TakenResult result = TakenResult.FirstRow) => new() { Sql = "", IsQuery = true, Result = result };

    public static StatementFacts Execute(TakenResult result = TakenResult.None) => new() { Sql = "", IsQuery = false, Result = result };

    /// <summary>The members as <c>Name</c>, or <c>Name?</c> where NULL fits.</summary>
    public static StatementFacts Into(this StatementFacts facts, params string[] members) =>
        facts with { Members = [.. members.Select(static member => new MemberFact(member.TrimEnd('?') is "" ? null : member.TrimEnd('?'), member.EndsWith('?')))] };

    public static StatementFacts With(this StatementFacts facts, params string[] parameters) =>
        facts with { Parameters = [.. parameters.Select(static name => new ParameterFact(name.TrimEnd('?'), name.EndsWith('?')))] };

    public static StatementFacts Promised(this StatementFacts facts) =>
        facts with { IsDeclaredIdempotent = true, IdempotentReason = "sets absolute values" };

    /// <summary>Exactly the marked places are found, and all with this id.</summary>
    public static void Found(string id, string markedSql, StatementFacts facts, params string[] arguments)
    {
        (string sql, List<(int Start, int Length)> places) = Unmark(markedSql);
        Assert.NotEmpty(places);

        IReadOnlyList<SqlFinding> findings = SqlFindings.Find(facts with { Sql = sql });

        Assert.Equal(places.Select(place => (id, place.Start, place.Length)), findings.Select(finding => (finding.Id, finding.Start, finding.Length)));
        if (arguments.Length > 0)
            Assert.Equal(arguments, findings[0].Arguments);
    }

    /// <summary>Nothing is found, by whichever rule.</summary>
    public static void Silent(string sql, StatementFacts facts) =>
        Assert.Empty(SqlFindings.Find(facts with { Sql = sql }));

    private static (string Sql, List<(int Start, int Length)> Places) Unmark(string marked)
    {
        var places = new List<(int Start, int Length)>();
        for (int start = marked.IndexOf("[|", StringComparison.Ordinal); start >= 0; start = marked.IndexOf("[|", StringComparison.Ordinal))
        {
            marked = marked.Remove(start, 2);
            int end = marked.IndexOf("|]", start, StringComparison.Ordinal);
            marked = marked.Remove(end, 2);
            places.Add((start, end - start));
        }

        return (marked, places);
    }
}
