namespace ResilientMySql.Wire;

/// <summary>Where a payload lies in the buffer that received it.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">How many bytes it has; 0 is possible.</param>
internal readonly record struct PayloadRange(int Offset, int Length);
