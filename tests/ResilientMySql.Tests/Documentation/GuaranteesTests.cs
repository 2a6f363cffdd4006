using System.Data;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Statements;
using static ResilientMySql.Tests.Documentation.PrintedTables;

namespace ResilientMySql.Tests.Documentation;

/// <summary>docs/guarantees.md says what the code does, because the code prints it.</summary>
public sealed class GuaranteesTests
{
    private const string Page = "guarantees.md";

    private static readonly (string Label, Situation Situation, Evidence Evidence)[] Losses =
    [
        ("idle, nothing to lose", Situation.Plain, Evidence.NotExecuted),
        ("running, nothing to lose", Situation.Plain, Evidence.Unknown),
        ("idle in a transaction", Situation.InTransaction, Evidence.NotExecuted),
        ("running in a transaction", Situation.InTransaction, Evidence.Unknown),
        ("after its transaction was lost", Situation.TransactionTorn, Evidence.NotExecuted),
        ("idle, pinned", Situation.Pinned, Evidence.NotExecuted),
        ("running, pinned", Situation.Pinned, Evidence.Unknown),
    ];

    [Fact]
    public void Verdicts_ArePrinted() => AssertPrinted(Page, "verdicts", Table(
        ["the statement", .. Losses.Select(static loss => loss.Label)],
        Enum.GetValues<StatementKind>()
            .Select(static kind => Row(Example(kind), new StatementEffects(kind)))
            .Append(Row("a write that is declared idempotent: `[Execute]` with `[Idempotent]`", new(StatementKind.Write) { IsDeclaredIdempotent = true }))
            .Append(Row("anything that asks what the session did before: `SELECT LAST_INSERT_ID()`", new(StatementKind.Read, OneShotState.InsertId)))));

    /// <summary>What the table leaves out: an answer is an answer, and nothing is repeated twice.</summary>
    [Fact]
    public void Verdicts_AreAllThereIs()
    {
        foreach (StatementKind kind in Enum.GetValues<StatementKind>())
        {
            var statement = new StatementEffects(kind);
            foreach (Situation situation in Enum.GetValues<Situation>())
            {
                Assert.Equal(Verdict.SurfaceAnswer, VerdictTable.Decide(situation, Evidence.Answered, statement, reruns: 0));
                Assert.NotEqual(Verdict.RunOnceMore, VerdictTable.Decide(situation, Evidence.Unknown, statement, reruns: 1));
            }

            // A torn transaction's session is known to be dead: whatever is tried on it is not sent.
            Assert.Equal(
                VerdictTable.Decide(Situation.TransactionTorn, Evidence.NotExecuted, statement, reruns: 0),
                VerdictTable.Decide(Situation.TransactionTorn, Evidence.Unknown, statement, reruns: 0));
        }
    }

    [Fact]
    public void Evidence_IsPrinted() => AssertPrinted(Page, "evidence", Table(
        ["what the driver throws", "its connection says Open", "its connection says anything else"],
        Thrown().Select(static thrown => (IReadOnlyList<string>)
        [
            thrown.Label,
            EvidenceOf(thrown.Exception, ConnectionState.Open),
            EvidenceOf(thrown.Exception, ConnectionState.Broken),
        ])));

    [Fact]
    public void ErrorCodes_ArePrinted() => AssertPrinted(Page, "errors", Table(
        ["code", "means", "because"],
        ServerErrors.Rows.Select(static row => (IReadOnlyList<string>)
            [row.Number is 0 or -1 ? "(driver)" : $"{row.Number}", Words(row.Meaning), row.Reason])));

    [Fact]
    public void Gate_IsPrinted() => AssertPrinted(Page, "gate", Table(
        ["", .. Enum.GetNames<GateEvent>()],
        Enum.GetValues<GateState>().Select(static state => (IReadOnlyList<string>)
        [
            $"**{state}**",
            .. Enum.GetValues<GateEvent>().Select(happened => GateTable.Next(state, happened)?.ToString() ?? "*refused*"),
        ])));

    [Fact]
    public void Transactions_ArePrinted() => AssertPrinted(Page, "transactions", Table(
        ["", .. Enum.GetNames<TransactionState>()],
        Enum.GetValues<TransactionEvent>().Where(static happened => happened is not TransactionEvent.None).Select(static happened => (IReadOnlyList<string>)
        [
            $"**{happened}**",
            .. Enum.GetValues<TransactionState>().Select(state => Transition(state, happened)),
        ])));

    private static IReadOnlyList<string> Row(string label, StatementEffects statement) =>
        [label, .. Losses.Select(loss => Words(VerdictTable.Decide(loss.Situation, loss.Evidence, statement, reruns: 0)))];

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Run => "**runs**",
        Verdict.RunOnceMore => "**runs once more**",
        Verdict.AcceptRollback => "**succeeds**",
        Verdict.SurfaceTransactionLost => "transaction lost",
        Verdict.SurfaceCommitUnknown => "commit unknown",
        Verdict.SurfaceOneShotLost => "answer lost",
        Verdict.SurfaceStateLost => "state lost",
        Verdict.SurfaceOutcomeUnknown => "outcome unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private static string Words(ServerErrorMeaning meaning) => string.Join("; ", Enum.GetValues<ServerErrorMeaning>()
        .Where(flag => flag is not ServerErrorMeaning.None && meaning.HasFlag(flag))
        .Select(static flag => flag switch
        {
            ServerErrorMeaning.EndsSession => "the session is over",
            ServerErrorMeaning.RetiresSession => "the session is not lent again",
            ServerErrorMeaning.RollsBackTransaction => "the transaction is rolled back",
            ServerErrorMeaning.MayEndTransaction => "the transaction may be rolled back",
            ServerErrorMeaning.LeavesInDoubt => "the statement may have run",
            ServerErrorMeaning.MayOpenLater => "opening is tried again",
            _ => throw new ArgumentOutOfRangeException(nameof(meaning)),
        }));

    private static string Example(StatementKind kind) => kind switch
    {
        StatementKind.Empty => "nothing: a comment, a ping",
        StatementKind.Read => "reads: `SELECT … FROM t`",
        StatementKind.LockingRead => "reads and locks: `SELECT … FOR UPDATE`",
        StatementKind.Write => "writes: `INSERT`, `UPDATE`, `SET GLOBAL`",
        StatementKind.Begin => "begins: `BEGIN`, BeginTransaction",
        StatementKind.Commit => "`COMMIT`",
        StatementKind.Rollback => "`ROLLBACK`, Dispose of a transaction",
        StatementKind.Savepoint => "`SAVEPOINT`, `ROLLBACK TO`",
        StatementKind.ImplicitCommit => "commits by the way: `CREATE TABLE`",
        StatementKind.UseSchema => "`USE`, ChangeDatabase",
        StatementKind.SetSession => "`SET` to literals: `SET time_zone = '+01:00'`",
        StatementKind.AutocommitOn => "`SET autocommit = 1`",
        StatementKind.AutocommitOff => "`SET autocommit = 0`",
        StatementKind.Pin => "pins: `CREATE TEMPORARY TABLE`, `GET_LOCK`",
        StatementKind.Opaque => "not understood: `CALL`, several statements",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IEnumerable<(string Label, Exception Exception)> Thrown() =>
    [
        ("error 1053, 1927 or 4031", Create(MySqlErrorCode.ServerShutdown, "")),
        ("any other error of the server", Create(MySqlErrorCode.DuplicateKeyEntry, "")),
        ("its own timeout (−1)", Create(MySqlErrorCode.CommandTimeoutExpired, "")),
        ("its error 0", Create(MySqlErrorCode.None, "")),
        ("SocketException, IOException, EndOfStreamException", new SocketException((int)SocketError.ConnectionReset)),
        ("ObjectDisposedException", new ObjectDisposedException("socket")),
        ("anything else", new InvalidCastException()),
    ];

    private static string EvidenceOf(Exception exception, ConnectionState state)
    {
        Failure failure = FailureClassifier.Classify(exception, state, ServerDialects.MySql9);
        string evidence = failure.Evidence switch
        {
            Evidence.NotExecuted => "did not run",
            Evidence.Unknown => "unknown",
            Evidence.Answered => "answered",
            _ => throw new ArgumentOutOfRangeException(nameof(exception)),
        };
        return failure.EndsSession ? $"{evidence}; session over" : evidence;
    }

    private static string Transition(TransactionState state, TransactionEvent happened)
    {
        string on = Transition(state, happened, wasOff: false);
        string off = Transition(state, happened, wasOff: true);
        return on == off ? on : $"{on}, with autocommit off {off}";
    }

    private static string Transition(TransactionState state, TransactionEvent happened, bool wasOff)
    {
        TransactionState next = TransactionTable.Next(state, happened, wasOff);
        bool isOpen = next is TransactionState.Object or TransactionState.Text or TransactionState.Implied;
        string uncertain = isOpen && TransactionTable.MakesUncertain(next, happened, wasOff) ? ", uncertain" : "";
        return next == state ? $"–{uncertain}" : $"{next}{uncertain}";
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlException Create(MySqlErrorCode errorCode, string message);
}
