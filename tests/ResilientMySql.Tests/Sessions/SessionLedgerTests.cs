using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Sessions;

public sealed class SessionLedgerTests
{
    private readonly SessionLedger _ledger = new();

    [Fact]
    public void Untouched_IsClean()
    {
        Note("SELECT 1");
        Note("INSERT INTO t VALUES (1)");
        Note("BEGIN");

        Assert.True(_ledger.IsClean);
    }

    [Fact]
    public void SameVariablesAgain_TakeTheEarlierPlaceLast()
    {
        Note("SET time_zone = '+01:00'");
        Note("SET sql_mode = ''");
        Note("SET @@session.TIME_ZONE = '+02:00'");

        Assert.Equal(["SET sql_mode = ''", "SET @@session.TIME_ZONE = '+02:00'"], _ledger.Entries.Select(static entry => entry.Statement));
        Assert.False(_ledger.IsClean);
        Assert.False(_ledger.IsPinned);
    }

    [Theory]
    [InlineData("USE sakila", "sakila")]
    [InlineData(" ; use `a``b` ;", "a`b")]
    public void Schema_IsTheLastOneUsed(string sql, string schema)
    {
        Note("USE other");
        Note(sql);

        Assert.Equal(schema, _ledger.Schema);
    }

    [Fact]
    public void Pin_IsTheFirstOneWithoutItsValues()
    {
        Note("SELECT GET_LOCK('secret', 10)");
        Note("LOCK TABLES t READ");

        Assert.Equal("SELECT GET_LOCK(?, ?)", _ledger.Pin);
    }

    [Fact]
    public void Everything_IsReplayedInTheOrderInWhichItWasSet()
    {
        Note("SET ROLE reader");
        Note("USE sakila");
        Note("SET time_zone = '+01:00'");

        Assert.Equal(["SET ROLE reader", "USE sakila", "SET time_zone = '+01:00'"], _ledger.Entries.Select(static entry => entry.Statement));
        _ledger.Reset();
        Assert.Equal(["sakila"], _ledger.Entries.Select(static entry => entry.Schema));
    }

    [Fact]
    public void CharacterSetOfAVariable_IsKeptBeforeIt()
    {
        Note("SET NAMES latin1");
        Note("SET @v = 'é'");
        Note("SET NAMES utf8mb4");
        Note("SET NAMES utf8mb4");

        Assert.Equal(["SET NAMES latin1", "SET @v = 'é'", "SET NAMES utf8mb4"], _ledger.Entries.Select(static entry => entry.Statement));
    }

    [Fact]
    public void InheritedDefault_ComesFirstAndGivesWayToWhatWasSet()
    {
        Note("SET time_zone = '+01:00'");
        _ledger.NoteInherited("time_zone", "SET SESSION time_zone = 'SYSTEM'");
        _ledger.NoteInherited("sql_mode", "SET SESSION sql_mode = ''");

        Assert.Equal(["SET SESSION sql_mode = ''", "SET time_zone = '+01:00'"], _ledger.Entries.Select(static entry => entry.Statement));
    }

    [Fact]
    public void HugeSettings_PinInsteadOfGrowing()
    {
        Note($"SET @a = '{new string('x', 600_000)}'");
        Assert.False(_ledger.IsPinned);
        Note($"SET @b = '{new string('x', 600_000)}'");

        Assert.True(_ledger.IsPinned);
    }

    [Fact]
    public void EndlessSettings_PinInsteadOfGrowing()
    {
        for (int i = 0; i < 100; i++)
            Note($"SET @v{i} = 1");

        Assert.True(_ledger.IsPinned);
    }

    private void Note(string sql) => _ledger.Note(StatementClassifier.Classify(sql).Kind, sql);
}
