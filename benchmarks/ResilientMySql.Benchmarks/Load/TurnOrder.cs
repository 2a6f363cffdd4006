namespace ResilientMySql.Benchmarks.Load;

/// <summary>Who has his turn when: each round begins with another one, and every second one goes backwards.</summary>
/// <remarks>So nobody always comes after the same one, and bears what that one leaves to the server.</remarks>
internal static class TurnOrder
{
    public static int At(int round, int turn, int count) => (round + (round % 2 == 0 ? turn : count - 1 - turn)) % count;
}
