using ResilientMySql.Failures;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>What a fault means, in the terms of the verdict table.</summary>
/// <param name="Evidence">What it lets be known of the statement; null where it harms nothing.</param>
/// <param name="Comeback">What those meet who look for a new session.</param>
internal readonly record struct Meaning(Evidence? Evidence, Comeback Comeback)
{
    /// <summary>Nothing comes to an end but the time.</summary>
    public bool Expires { get; init; }

    /// <summary>The number of the server's answer, where that is the evidence.</summary>
    public int Answer { get; init; }

    public static readonly Meaning Harmless = new(null, Comeback.InTime);

    /// <summary>The session is seen to be dead before anything is sent.</summary>
    public static Meaning DiedIdle(Comeback comeback) => new(Failures.Evidence.NotExecuted, comeback);

    /// <summary>What was sent is not answered.</summary>
    public static Meaning AnswerLost(Comeback comeback) => new(Failures.Evidence.Unknown, comeback);

    /// <summary>What was sent is not answered, and nobody hangs up.</summary>
    public static Meaning Silence(Comeback comeback) => new(Failures.Evidence.Unknown, comeback) { Expires = true };

    public static Meaning Answered(int number) => new(Failures.Evidence.Answered, Comeback.InTime) { Answer = number };
}
