using System.Reflection;
using ResilientMySql.Integration.Statements;
using ResilientMySql.Queries;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Tests.Effects;

/// <summary>The classifier in the generator says what the library's says: one source, compiled twice.</summary>
public sealed class SameClassifierTests
{
    /// <summary>The library's own, whose types have the same names and are others.</summary>
    private static readonly MethodInfo Library = typeof(QueryRunner).Assembly
        .GetType("ResilientMySql.Statements.StatementCache", throwOnError: true)!
        .GetMethod("Classify", BindingFlags.Public | BindingFlags.Static)!;

    [Fact]
    public void Corpus_HasTheSameEffects()
    {
        Type dialect = Library.GetParameters()[1].ParameterType;
        int compared = 0;
        foreach (string sql in StatementCorpus.All.Select(static statement => statement.Sql).Distinct())
        {
            for (int dialects = 0; dialects <= (int)ServerDialects.Any; dialects++)
            {
                object? library = Library.Invoke(null, [sql, Enum.ToObject(dialect, (byte)dialects)]);

                Assert.Equal(library!.ToString(), StatementClassifier.Classify(sql, (ServerDialects)dialects).ToString());
                compared++;
            }
        }

        Assert.True(compared > 450 * 8, $"{compared} comparisons");
    }

    [Fact]
    public void Effects_TellThemselvesApart() =>
        Assert.NotEqual(StatementClassifier.Classify("SELECT 1").ToString(), StatementClassifier.Classify("SELECT LAST_INSERT_ID()").ToString());
}
