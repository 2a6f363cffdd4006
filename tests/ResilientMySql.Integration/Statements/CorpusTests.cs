using ResilientMySql.Statements;

namespace ResilientMySql.Integration.Statements;

/// <summary>The classifier against the corpus; no server is asked.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Statements => [.. StatementCorpus.All.Select(static statement => statement.Sql).Distinct()];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_IsOfItsKind(string sql)
    {
        foreach (CorpusStatement statement in StatementCorpus.All.Where(statement => statement.Sql == sql))
        {
            StatementEffects effects = StatementClassifier.Classify(sql, statement.Dialects);

            Assert.Equal((statement.Kind, statement.Asks), (effects.Kind, effects.UsesOneShotState));
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void UnknownServer_MakesItNoLessGrave(string sql)
    {
        foreach (CorpusStatement statement in StatementCorpus.All.Where(statement => statement.Sql == sql))
            Assert.True(StatementClassifier.Classify(sql).Kind is StatementKind.Opaque || StatementClassifier.Classify(sql).Kind == statement.Kind);
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void CommentsAndCase_ChangeNothing(string sql)
    {
        StatementEffects effects = StatementClassifier.Classify(sql);

        Assert.Equal(effects, StatementClassifier.Classify($"/* a */ {sql}"));
        Assert.Equal(effects, StatementClassifier.Classify($"-- a\n;{sql}\n;# b"));
        if (!sql.Contains("/*M!", StringComparison.Ordinal))
            Assert.Equal(effects.Kind, StatementClassifier.Classify(sql.ToLowerInvariant()).Kind);
    }

    [Fact]
    public void Corpus_IsLarge() => Assert.True(StatementCorpus.All.Count > 450, $"{StatementCorpus.All.Count} statements");
}
