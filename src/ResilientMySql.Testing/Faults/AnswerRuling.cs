using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Faults;

/// <summary>What a fault makes of the bytes of an answer that are at hand.</summary>
/// <param name="PassedByteCount">How many of them, from the first on, reach the client.</param>
/// <param name="Strikes">Whether the fault strikes after these.</param>
internal readonly record struct AnswerRuling(int PassedByteCount, bool Strikes)
{
    public static AnswerRuling PassAll(AnswerProgress progress) => new(progress.ByteCount, Strikes: false);
}
