using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class AutomaticPreparationTests
{
    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("SELECT * FROM t WHERE a = 1 FOR UPDATE", true)]
    [InlineData("INSERT INTO t VALUES (1)", true)]
    [InlineData("SELECT LAST_INSERT_ID()", false)]
    [InlineData("SHOW WARNINGS", false)]
    [InlineData("CALL p()", false)]
    [InlineData("CREATE TABLE t (a INT)", false)]
    [InlineData("SET SESSION sql_mode = ''", false)]
    [InlineData("USE other", false)]
    [InlineData("START TRANSACTION", false)]
    [InlineData("COMMIT", false)]
    [InlineData("SELECT GET_LOCK('a', 1)", false)]
    [InlineData("", false)]
    public void OnlyWhatReadsOrWrites(string sql, bool expected) =>
        Assert.Equal(expected, AutomaticPreparation.IsFor(StatementClassifier.Classify(sql)));

    [Theory]
    [InlineData("SELECT @a", false, true)]
    [InlineData("SELECT @a", true, false)]
    [InlineData("SELECT ? FROM t", true, true)]
    [InlineData("SELECT 1; SELECT 2", false, false)]
    [InlineData("SELECT 1;", false, true)]
    [InlineData("SELECT a FROM t ORDER BY ?", false, false)]
    [InlineData("SELECT a FROM t ORDER BY b, @column DESC", false, false)]
    [InlineData("SELECT a FROM t GROUP BY @column", false, false)]
    [InlineData("SELECT a FROM t GROUP BY a HAVING COUNT(*) > @least ORDER BY a LIMIT @most", false, true)]
    [InlineData("SELECT a FROM t WHERE b = @b ORDER BY a LIMIT ?, ?", false, true)]
    [InlineData("SELECT GROUP_CONCAT(a ORDER BY ? SEPARATOR ',') FROM t", false, false)]
    public void OnlyOneStatementWhoseParametersAreValues(string sql, bool allowsUserVariables, bool expected) =>
        Assert.Equal(expected, AutomaticPreparation.IsFor(sql, allowsUserVariables));
}
