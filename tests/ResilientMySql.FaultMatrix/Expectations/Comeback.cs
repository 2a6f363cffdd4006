namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>What a fault lets those meet who look for a new session.</summary>
/// <param name="Number">The error that opening ends with; 0 where there is a new session, at once or in time.</param>
/// <param name="IsTriedAgain">Whether opening is tried until the time is up, rather than once.</param>
internal readonly record struct Comeback(int Number, bool IsTriedAgain)
{
    public static readonly Comeback InTime = new(0, IsTriedAgain: true);

    public static readonly Comeback Never = new(1042, IsTriedAgain: true);

    public bool Succeeds => Number == 0;

    /// <summary>Turned away again and again.</summary>
    public static Comeback TurnedAway(int number) => new(number, IsTriedAgain: true);

    /// <summary>Turned away for a reason that does not go away by itself.</summary>
    public static Comeback Refused(int number) => new(number, IsTriedAgain: false);
}
