namespace ResilientMySql.Calls;

/// <summary>Carries an outcome on an exception that is not ours, in its <see cref="Exception.Data"/>.</summary>
internal static class OutcomeNote
{
    private const string Key = "ResilientMySql.Outcome";

    public static void NoteOutcome(this Exception exception, ExecutionOutcome outcome) => exception.Data[Key] = outcome;

    /// <summary>What is known of the outcome from the exception or those inside it; null where nothing was noted.</summary>
    public static ExecutionOutcome? Find(Exception exception)
    {
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            if (current is ResilientMySqlException lost)
                return lost.Outcome;

            if (current.Data[Key] is ExecutionOutcome outcome)
                return outcome;
        }

        return null;
    }
}
