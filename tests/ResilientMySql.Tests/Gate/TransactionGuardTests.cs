using ResilientMySql.Gate;
using static ResilientMySql.Gate.TransactionEvent;

namespace ResilientMySql.Tests.Gate;

public sealed class TransactionGuardTests
{
    [Fact]
    public void EveryHistory_KeepsTheGuardsPromises()
    {
        TransactionEvent[] events = Enum.GetValues<TransactionEvent>();
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++)
        {
            var guard = new TransactionGuard();
            for (int step = 0; step < 12; step++)
            {
                TransactionState before = guard.State;
                bool wasOpen = guard.IsOpen;
                TransactionEvent happened = events[random.Next(events.Length)];
                guard.Move(happened);

                // A transaction that was open never outlives its session unnoticed, and a torn one needs its owner.
                if (happened is SessionLost)
                    Assert.Equal(wasOpen || before is TransactionState.Torn, guard.IsTorn);
                else if (before is TransactionState.Torn)
                    Assert.Equal(happened is not (ObjectEnded or TextEnded), guard.IsTorn);
                else
                    Assert.False(guard.IsTorn);
            }
        }
    }

    [Theory]
    [InlineData(false, TextBegun, StatementRan)]
    [InlineData(false, ObjectBegun, StatementRan)]
    [InlineData(true, ObjectBegun, TextEnded)]
    [InlineData(true, ObjectBegun, TextBegun)]
    [InlineData(true, ObjectBegun, RolledBackByServer)]
    [InlineData(true, TextBegun, RolledBackByServer)]
    [InlineData(true, AutocommitOff, StatementRan, RolledBackByServer, SessionLost)]
    [InlineData(true, TextBegun, MayHaveEnded, SessionLost)]
    [InlineData(false, TextBegun, MayHaveEnded, TextEnded, TextBegun)]
    [InlineData(true, AutocommitOff, ObjectBegun, AutocommitOn)]
    [InlineData(false, ObjectBegun, AutocommitOn)]
    [InlineData(true, TextBegun, StatementRan, FoundClosed)]
    [InlineData(true, ObjectBegun, StatementRan, FoundClosed, FoundOpen)]
    [InlineData(false, TextBegun, StatementRan, FoundOpen)]
    [InlineData(false, AutocommitOff, StatementRan, FoundClosed)]
    public void WhatMayHaveCommitted_MakesTheLossUncertain(bool expected, params object[] history)
    {
        var guard = new TransactionGuard();
        foreach (object happened in history)
            guard.Move((TransactionEvent)happened);

        Assert.Equal(expected, guard.IsUncertain);
    }

    [Theory]
    [InlineData(TransactionState.None)]
    [InlineData(TransactionState.None, StatementRan)]
    [InlineData(TransactionState.Text, TextBegun)]
    [InlineData(TransactionState.Text, TextBegun, StatementRan)]
    [InlineData(TransactionState.None, TextBegun, TextEnded)]
    [InlineData(TransactionState.Object, ObjectBegun)]
    [InlineData(TransactionState.Object, ObjectBegun, TextEnded)]
    [InlineData(TransactionState.None, ObjectBegun, ObjectEnded)]
    [InlineData(TransactionState.Due, AutocommitOff)]
    [InlineData(TransactionState.Due, AutocommitOff, SessionLost)]
    [InlineData(TransactionState.Implied, AutocommitOff, StatementRan)]
    [InlineData(TransactionState.Due, AutocommitOff, StatementRan, TextEnded)]
    [InlineData(TransactionState.Torn, AutocommitOff, StatementRan, SessionLost)]
    [InlineData(TransactionState.Due, AutocommitOff, ObjectBegun, ObjectEnded)]
    [InlineData(TransactionState.Due, AutocommitOff, StatementRan, SessionLost, TextEnded)]
    [InlineData(TransactionState.None, AutocommitOff, StatementRan, AutocommitOn)]
    [InlineData(TransactionState.Implied, AutocommitOff, QueryRan, AutocommitOff)]
    [InlineData(TransactionState.Text, TextBegun, AutocommitOff)]
    [InlineData(TransactionState.Text, TextBegun, AutocommitOn)]
    [InlineData(TransactionState.None, AutocommitOff, TextBegun, AutocommitOn)]
    [InlineData(TransactionState.Due, TextBegun, AutocommitOff, TextEnded)]
    [InlineData(TransactionState.Text, TextBegun, RolledBackByServer)]
    [InlineData(TransactionState.None, TextBegun, RolledBackByServer, TextEnded)]
    [InlineData(TransactionState.None, RolledBackByServer)]
    [InlineData(TransactionState.Object, ObjectBegun, RolledBackByServer)]
    [InlineData(TransactionState.Text, StatementRan, FoundOpen)]
    [InlineData(TransactionState.Torn, StatementRan, FoundOpen, SessionLost)]
    [InlineData(TransactionState.None, StatementRan, FoundOpen, TextEnded)]
    [InlineData(TransactionState.None, StatementRan, FoundClosed)]
    [InlineData(TransactionState.Text, TextBegun, FoundClosed)]
    [InlineData(TransactionState.Object, ObjectBegun, FoundClosed)]
    [InlineData(TransactionState.Implied, AutocommitOff, FoundOpen)]
    [InlineData(TransactionState.Due, AutocommitOff, QueryRan, FoundClosed)]
    [InlineData(TransactionState.Due, AutocommitOff, QueryRan, FoundClosed, SessionLost)]
    [InlineData(TransactionState.Torn, TextBegun, SessionLost, TextBegun)]
    [InlineData(TransactionState.Torn, ObjectBegun, SessionLost, SessionLost)]
    public void History_LeadsToItsState(object expected, params object[] history)
    {
        var guard = new TransactionGuard();
        foreach (object happened in history)
            guard.Move((TransactionEvent)happened);

        Assert.Equal((TransactionState)expected, guard.State);
    }
}
