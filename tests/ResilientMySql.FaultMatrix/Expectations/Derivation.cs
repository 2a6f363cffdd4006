using System.Diagnostics;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.Failures;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>What the verdict table makes of a cell, so that the written table and the library's cannot drift apart.</summary>
internal static class Derivation
{
    public static string Of(MatrixFault fault, Operation operation) => (fault.MeaningTo(operation), operation) switch
    {
        ({ Evidence: null }, _) => OutcomeCodes.Ok,

        // They say nothing to the server, or nothing whose answer matters: it rolls back what it loses.
        (_, Close or CloseInTransaction) => OutcomeCodes.Ok,

        (var meaning, { Reach: Reach.NewSession }) => OfOpening(meaning, OutcomeCodes.Ok),
        ({ Evidence: Evidence.NotExecuted } meaning, { Reach: Reach.Pool }) => OfOpening(meaning, OutcomeCodes.Recovered),
        (_, OpenPooled) => OutcomeCodes.Ok,
        ({ Evidence: Evidence.Unknown or Evidence.NotExecuted } meaning, MidRead) => Timely(meaning, OutcomeCodes.ResultSetLost),
        ({ Evidence: Evidence.Unknown } meaning, FirstRow) when fault.Name == "answer cut before its rows" => Timely(meaning, OutcomeCodes.ResultSetLost),
        (var meaning, Ping) => OfVerdict(Decide(meaning, operation), meaning) is OutcomeCodes.Recovered ? OutcomeCodes.Recovered : OutcomeCodes.No,
        var (meaning, _) => OfVerdict(Decide(meaning, operation), meaning),
    };

    private static Verdict Decide(Meaning meaning, Operation operation) =>
        VerdictTable.Decide(operation.Situation, meaning.Evidence!.Value, operation.Effects!.Value, reruns: 0);

    private static string OfOpening(Meaning meaning, string success) =>
        meaning.Comeback.Succeeds ? success : OutcomeCodes.Error(meaning.Comeback.Number);

    private static string OfVerdict(Verdict verdict, Meaning meaning) => verdict switch
    {
        Verdict.SurfaceAnswer => OutcomeCodes.Error(meaning.Answer),
        Verdict.Run => OfRehydration(meaning, OutcomeCodes.Gone),
        Verdict.RunOnceMore => meaning.Expires ? OutcomeCodes.Late + OutcomeCodes.Again : OfRehydration(meaning, OutcomeCodes.Again),
        Verdict.AcceptRollback => OutcomeCodes.Ok,
        Verdict.SurfaceTransactionLost => Timely(meaning, OutcomeCodes.TransactionLost),

        // Of more interest than how long it took.
        Verdict.SurfaceCommitUnknown => OutcomeCodes.CommitUnknown,
        Verdict.SurfaceOutcomeUnknown => Timely(meaning, OutcomeCodes.Unknown),
        _ => throw new UnreachableException($"No operation of the matrix comes to {verdict}."),
    };

    private static string OfRehydration(Meaning meaning, string failure) => meaning.Comeback switch
    {
        { Succeeds: true } => OutcomeCodes.Recovered,
        { IsTriedAgain: true } => failure,
        { Number: var number } => OutcomeCodes.Error(number),
    };

    private static string Timely(Meaning meaning, string code) => meaning.Expires ? OutcomeCodes.Late + code : code;
}
