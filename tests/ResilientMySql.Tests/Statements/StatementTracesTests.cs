using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class StatementTracesTests
{
    [Theory]
    [InlineData("SET ROLE admin", nameof(StatementTrace.Indelible))]
    [InlineData("SELECT role FROM staff", nameof(StatementTrace.None))]
    [InlineData("INSERT INTO staff (role) VALUES ('x')", nameof(StatementTrace.None))]
    [InlineData("SET profiling = 1", nameof(StatementTrace.Indelible))]
    [InlineData("SET time_zone = '+00:00'", nameof(StatementTrace.None))]
    [InlineData("SET time_zone = '+00:00'; SET ROLE NONE", nameof(StatementTrace.Indelible))]
    [InlineData("XA START 'x'", nameof(StatementTrace.Indelible))]
    [InlineData("DROP DATABASE shop", nameof(StatementTrace.Clearable))]
    [InlineData("ALTER SCHEMA shop CHARACTER SET latin1", nameof(StatementTrace.Clearable))]
    [InlineData("DROP TABLE shop", nameof(StatementTrace.None))]
    [InlineData("UPDATE city SET city = 'London'", nameof(StatementTrace.None))]
    public void Text_LeavesThat(string sql, string trace) =>
        Assert.Equal(Enum.Parse<StatementTrace>(trace), StatementClassifier.Classify(sql).Trace);

    [Fact]
    public void SequencesOfMariaDb_AreNoneOfMySqls()
    {
        const string Draw = "SELECT NEXTVAL(numbers)";

        Assert.Equal(StatementTrace.Clearable, StatementClassifier.Classify(Draw, ServerDialects.MariaDb1011).Trace);
        Assert.Equal(StatementTrace.None, StatementClassifier.Classify(Draw, ServerDialects.MySql9).Trace);
    }

    [Fact]
    public void SentTogether_TheWorstCounts()
    {
        StatementEffects role = StatementClassifier.Classify("SET ROLE NONE");
        StatementEffects read = StatementClassifier.Classify("SELECT 1");

        Assert.Equal(StatementTrace.Indelible, role.Then(read).Trace);
        Assert.Equal(StatementTrace.Indelible, read.Then(role).Trace);
    }
}
