using MySqlConnector;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>How a call ended, in the few words of the table.</summary>
/// <param name="Code">As in <see cref="OutcomeCodes"/>.</param>
/// <param name="Detail">The exception, for the reader of a failure.</param>
internal readonly record struct CellOutcome(string Code, string Detail)
{
    public static readonly CellOutcome Hangs = new("hangs", "");

    public bool IsSuccess => Code is OutcomeCodes.Ok or OutcomeCodes.Recovered;

    /// <summary>Reads what the caller was told.</summary>
    /// <param name="exception">What the call threw; null for nothing.</param>
    /// <param name="rehydrations">How many sessions were replaced while it ran.</param>
    public static CellOutcome Of(Exception? exception, int rehydrations) => exception is null
        ? new(OutcomeCodes.Success(rehydrations), "")
        : new(CodeOf(exception), exception.ToString());

    private static string CodeOf(Exception exception) => exception switch
    {
        MySqlException { ErrorCode: MySqlErrorCode.CommandTimeoutExpired, InnerException: ResilientMySqlException inner } =>
            OutcomeCodes.Late + CodeOf(inner),
        MySqlException { Number: > 0 } answer => OutcomeCodes.Error(answer.Number),
        ResilientMySqlException lost => CodeOf(lost),
        NotThereException => OutcomeCodes.No,
        _ => exception.GetType().Name,
    };

    /// <summary>Only combinations that callers are promised have a word.</summary>
    private static string CodeOf(ResilientMySqlException lost) => (lost.Cause, lost.Outcome, lost.IsTransient) switch
    {
        (LossCause.Link, ExecutionOutcome.NotExecuted, true) => OutcomeCodes.Gone,
        (LossCause.Link, ExecutionOutcome.Unknown, true) => OutcomeCodes.Again,
        (LossCause.Link, ExecutionOutcome.Unknown, false) => OutcomeCodes.Unknown,
        (LossCause.Transaction, ExecutionOutcome.NotExecuted, false) => OutcomeCodes.TransactionLost,
        (LossCause.Commit, ExecutionOutcome.Unknown, false) => OutcomeCodes.CommitUnknown,
        (LossCause.ResultSet, ExecutionOutcome.Unknown, false) => OutcomeCodes.ResultSetLost,
        _ => $"{lost.Cause}/{lost.Outcome}/{(lost.IsTransient ? "transient" : "final")}",
    };
}
