using MySqlConnector;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>Reads the exceptions of the library, of its broken builds too.</summary>
internal static class LossReading
{
    private const string OutcomeNote = "ResilientMySql.Outcome";

    public static Reading Of(Exception exception) => exception switch
    {
        _ when IsLoss(exception) => Of(Value<ExecutionOutcome>(exception), Value<LossCause>(exception)),

        // The driver's own exceptions carry the outcome where they do not say it themselves.
        MySqlException when exception.Data[OutcomeNote] is { } outcome => Of(Enum.Parse<ExecutionOutcome>(outcome.ToString()!), LossCause.Link),
        MySqlException { InnerException: { } inner } when IsLoss(inner) => Of(inner),
        MySqlException { Number: > 0 } => Reading.Answered,
        _ => Reading.Unexpected,
    };

    private static Reading Of(ExecutionOutcome outcome, LossCause cause) => (outcome, cause) switch
    {
        (_, LossCause.ResultSet) => Reading.ResultSetLost,
        (ExecutionOutcome.Unknown, LossCause.Commit) => Reading.CommitUnknown,
        (ExecutionOutcome.Unknown, _) => Reading.MayHaveRun,
        (ExecutionOutcome.NotExecuted, LossCause.Transaction) => Reading.TransactionLost,
        (ExecutionOutcome.NotExecuted, _) => Reading.DidNotRun,
        (ExecutionOutcome.Executed, _) => Reading.Ran,
        _ => Reading.Unexpected,
    };

    private static bool IsLoss(Exception exception) => exception.GetType().FullName == typeof(ResilientMySqlException).FullName;

    /// <summary>The broken builds have types of the same names in other assemblies, and their values have the same names too.</summary>
    private static T Value<T>(Exception exception)
        where T : struct, Enum =>
        Enum.Parse<T>(exception.GetType().GetProperties().Single(static property => property.PropertyType.FullName == typeof(T).FullName)
            .GetValue(exception)!.ToString()!);
}
