using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Transactions;

namespace ResilientMySql.Tests.Transactions;

/// <summary>A commit that failed was rolled back only where that is proven.</summary>
public sealed class CommitFailuresTests
{
    [Theory]
    [InlineData(ExecutionOutcome.NotExecuted, CompletionKind.RolledBack)]
    [InlineData(ExecutionOutcome.Unknown, CompletionKind.InDoubt)]
    [InlineData(ExecutionOutcome.Executed, CompletionKind.InDoubt)]
    public void Loss_IsWhatItSays(ExecutionOutcome outcome, object expected)
    {
        ResilientMySqlException loss = new Loss(LossCause.Transaction, outcome, "Lost.", "").ToException(null);

        Assert.Equal(expected, CommitFailures.Judge(loss, "db").Kind);
    }

    /// <summary>Every code of the table, by what the table says of it, and codes that are not on it.</summary>
    [Fact]
    public void Answer_IsARollbackOnlyWhereItsCodeSaysSo()
    {
        MySqlErrorCode[] rollbacks =
        [
            MySqlErrorCode.CheckRead, MySqlErrorCode.UnknownCommand, MySqlErrorCode.LockWaitTimeout, MySqlErrorCode.LockTableFull,
            MySqlErrorCode.LockDeadlock, MySqlErrorCode.OptionPreventsStatement, MySqlErrorCode.XARBDeadlock, (MySqlErrorCode)1836,
            (MySqlErrorCode)3100, (MySqlErrorCode)3101, MySqlErrorCode.XARBRollback, MySqlErrorCode.XARBTimeout,
        ];
        IEnumerable<MySqlErrorCode> codes = ServerErrors.Rows.Select(static row => row.Code)
            .Concat([.. rollbacks, MySqlErrorCode.DuplicateKeyEntry, MySqlErrorCode.XAERNotA, MySqlErrorCode.ParseError]).Distinct();
        foreach (MySqlErrorCode code in codes)
        {
            Completion completion = CommitFailures.Judge(Answer(code), "db");
            Assert.Equal((code, rollbacks.Contains(code) ? CompletionKind.RolledBack : CompletionKind.InDoubt), (code, completion.Kind));
        }
    }

    [Fact]
    public void Doubt_IsToldAsOurs()
    {
        MySqlException answer = Answer(MySqlErrorCode.ErrorDuringCommit);

        Completion completion = CommitFailures.Judge(answer, "db");

        var told = Assert.IsType<ResilientMySqlException>(completion.Reason);
        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown), (told.Cause, told.Outcome));
        Assert.Same(answer, told.InnerException);
    }

    [Fact]
    public void ClosedGate_MeansThatNothingWasSent() =>
        Assert.Equal(CompletionKind.RolledBack, CommitFailures.Judge(new InvalidOperationException("Busy."), "db").Kind);

    [Fact]
    public void AnythingElse_IsDoubt() =>
        Assert.Equal(CompletionKind.InDoubt, CommitFailures.Judge(new NotImplementedException(), "db").Kind);

    private static MySqlException Answer(MySqlErrorCode code) => Create(code, code.ToString());

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlException Create(MySqlErrorCode errorCode, string message);
}
