using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Sessions;

public sealed class OneShotMemoryTests
{
    private readonly OneShotMemory _memory = new();

    [Fact]
    public void WhatTheLeaseMade_IsLostWithItsConnection_UntilItIsMadeAgain()
    {
        Ran("INSERT INTO t VALUES (1)");
        _memory.NoteNewConnection();
        Ran("SELECT 1");

        Assert.True(_memory.CannotAnswer(OneShotState.InsertId));
        Assert.False(_memory.CannotAnswer(OneShotState.FoundRows));
        Ran("INSERT INTO t VALUES (2)");
        Assert.False(_memory.CannotAnswer(OneShotState.InsertId));
    }

    [Fact]
    public void WhatNobodyMade_IsNotLost()
    {
        Ran("SELECT 1");
        _memory.NoteNewConnection();

        Assert.False(_memory.CannotAnswer(OneShotState.InsertId));
    }

    [Fact]
    public void NextLease_HasLostNothingAndOwnsNothing()
    {
        Ran("INSERT INTO t VALUES (1)");
        _memory.NoteNewConnection();
        _memory.EndLease();

        Assert.False(_memory.CannotAnswer(OneShotState.InsertId));
        Assert.Equal(OneShotState.InsertId | OneShotState.FoundRows | OneShotState.LastStatement, _memory.Foreign);
    }

    [Fact]
    public void ForeignState_IsOverwrittenByOnesOwn()
    {
        _memory.EndLease();
        Ran("INSERT INTO t VALUES (1)");

        Assert.Equal(OneShotState.FoundRows, _memory.Foreign);
        Assert.False(_memory.CannotAnswer(OneShotState.InsertId | OneShotState.LastStatement));

        // To overwrite what is foreign would overwrite what is not.
        Assert.True(_memory.CannotAnswer(OneShotState.FoundRows | OneShotState.LastStatement));
        Assert.False(_memory.CannotAnswer(OneShotState.FoundRows));
        _memory.NoteNeutralized(OneShotState.FoundRows);
        Assert.Equal(OneShotState.None, _memory.Foreign);
    }

    [Fact]
    public void OpaqueStatement_MayHaveMadeAnything()
    {
        Ran("CALL something()");
        _memory.NoteNewConnection();

        Assert.True(_memory.CannotAnswer(OneShotState.InsertId));
    }

    private void Ran(string sql) => _memory.NoteCompleted(StatementClassifier.Classify(sql));
}
