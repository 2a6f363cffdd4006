using ResilientMySql.Generators.Effects;

namespace ResilientMySql.Generators.Tests.Effects;

/// <summary>What the generated documentation says about repeating.</summary>
public sealed class CompileTimeEffectsTests
{
    [Theory]
    [InlineData("SELECT 1", "yes, it only reads.")]
    [InlineData("SELECT id FROM t WHERE id = ? FOR UPDATE", "yes, it only reads, and its locks go with the session.")]
    [InlineData("USE sakila", "yes, it only touches its session.")]
    [InlineData("UPDATE t SET n = ?", "no, it writes.")]
    [InlineData("COMMIT", "no, it commits.")]
    [InlineData("CREATE TABLE t (id INT)", "no, it commits.")]
    [InlineData("ROLLBACK", "no, it is part of a transaction.")]
    [InlineData("SELECT GET_LOCK('a', 1)", "no, it leaves on its session what no other can be given.")]
    [InlineData("SELECT LAST_INSERT_ID()", "no, it asks what its session did before.")]
    [InlineData("CALL p()", "no: it is not understood.")]
    [InlineData("SELECT f(1)", "no: it is not understood.")]
    [InlineData("SELECT NVL(a, 1) FROM t", "on MySQL no: it is not understood; on MariaDB yes, it only reads.")]
    [InlineData("SELECT UUID_V7()", "on MySQL no: it is not understood; on MariaDB no: it is not understood; from MariaDB 11.8 on yes, it only reads.")]
    public void Statement_IsExplained(string commandText, string answer) => Assert.Equal(
        "Repeated when its outcome is unknown: " + answer, CompileTimeEffects.Sentence(commandText, StatementHost.DataSource, reason: null));

    [Theory]
    [InlineData("UPDATE t SET n = ?", "sets an absolute value", "yes: sets an absolute value.")]
    [InlineData("UPDATE t SET n = ?", " sets an\r\n absolute value. ", "yes: sets an absolute value.")]
    [InlineData("UPDATE t SET n = ?", " ", "no, it writes.")]
    [InlineData("SELECT 1", "sets an absolute value", "yes, it only reads.")]
    [InlineData("CALL p()", "sets an absolute value", "no: it is not understood.")]
    public void Reason_IsGivenWhereItCounts(string commandText, string reason, string answer) => Assert.Equal(
        "Repeated when its outcome is unknown: " + answer, CompileTimeEffects.Sentence(commandText, StatementHost.Connection, reason));

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("UPDATE t SET n = ?")]
    public void InATransaction_NothingIsRepeated(string commandText) => Assert.Equal(
        "Repeated when its outcome is unknown: no, it runs inside a transaction.",
        CompileTimeEffects.Sentence(commandText, StatementHost.Transaction, "sets an absolute value"));
}
