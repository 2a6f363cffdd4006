using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;
using ResilientMySql.Integration.Statements;

namespace ResilientMySql.Generators.Tests.Findings;

/// <summary>No text throws, hangs, or is told of outside of itself.</summary>
public sealed class SqlFindingsFuzzTests
{
    private static readonly string[] Pieces =
    [
        "SELECT", "FROM", "WHERE", "LEFT JOIN", "JOIN", "ON", "LIMIT 1", "ORDER BY", "GROUP BY", "UNION", "WITH", "AS", "UPDATE", "SET", "DELETE",
        "INSERT INTO", "VALUES", "REPLACE", "ON DUPLICATE KEY UPDATE", "FOR UPDATE", "LOCK IN SHARE MODE", "IN", "NULL", "IS", "INTO", "IGNORE",
        "MAX(", "COUNT(*)", "NOW()", "CONCAT(", "(", ")", ",", ".", "*", "=", "<", ">", "!", "+", "-", ";", "@id", "@`id`", "@", "@@id", "?", "id",
        "t", "c.id", "`a``b`", "'x'", "'@id'", "\"@id\"", "'it\\'s'", "\\", "'", "\"", "`", "/* @id */", "/*! @id */", "/*!", "/*", "*/", "/** **/", "-- ",
        "--\n", "#", "\n", "1", "1e5", "0x1F", ":=", "é", "\ud83d", "\0", " ", " ", " ",
    ];

    [Fact]
    public void RandomText_IsFoundOutOrLeftAlone()
    {
        var random = new Random(20265);
        for (int i = 0; i < 30_000; i++)
        {
            string sql = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? "" : " ")));
            AssertSound(sql, FactsFor(random));
        }
    }

    [Fact]
    public void Corpus_IsFoundOutOrLeftAlone()
    {
        var random = new Random(20266);
        foreach (CorpusStatement statement in StatementCorpus.All)
            AssertSound(statement.Sql, FactsFor(random));
    }

    /// <summary>A text that grows eightfold takes hardly more than eight times as long, nested or not.</summary>
    [Theory]
    [InlineData("SELECT ", "a, ", "1 FROM t")]
    [InlineData("SELECT ", "(", "1")]
    [InlineData("SELECT a FROM t WHERE ", "a = @id AND ", "1")]
    [InlineData("UPDATE t SET ", "a = a + 1, ", "b = 2")]
    [InlineData("SELECT a FROM t ", "LEFT JOIN u ON 1 ", "")]
    [InlineData("", "SELECT 1;", "")]
    [InlineData("SELECT 1 ", "/*! @id */", "")]
    [InlineData("SELECT 1 ", "/* @id */", "")]
    [InlineData("SELECT ", "'\\\\', ", "@id")]
    public void LongText_EndsInTime(string start, string piece, string end)
    {
        string sql = start + string.Concat(Enumerable.Repeat(piece, 4_000)) + end;

        AssertSound(sql, FactsFor(new Random(1)) with { IsDeclaredIdempotent = true, IdempotentReason = "so" });
    }

    private static void AssertSound(string sql, StatementFacts facts)
    {
        foreach (SqlFinding finding in SqlFindings.Find(facts with { Sql = sql }))
        {
            Assert.True(finding.Start >= 0 && finding.Length >= 0 && finding.Start + finding.Length <= sql.Length, $"{finding.Id} in {sql}");
            Assert.Equal(finding.Arguments.Count, finding.Arguments.Count(argument => argument is not null));
        }
    }

    private static StatementFacts FactsFor(Random random) => Expect.Query(Pick<TakenResult>(random)).With("id", "id?") with
    {
        IsQuery = random.Next(2) == 0,
        Host = Pick<StatementHost>(random),
        Members = random.Next(3) == 0 ? null : [new("Id", false), new("A", true)],
        IsDeclaredIdempotent = random.Next(2) == 0,
        IdempotentReason = random.Next(4) == 0 ? "" : "so",
        UserVariables = random.Next(2) == 0 ? ["x"] : [],
        Parameters = [new("id", IsNullable: random.Next(2) == 0, IsUnboundedList: random.Next(2) == 0)],
    };

    private static T Pick<T>(Random random)
        where T : struct, Enum
    {
        T[] values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }
}
